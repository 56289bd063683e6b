import Testing

@testable import SingleShotDetector

/// Lines as the expressions that AWS attaches to the algorithm find them (contract §6.5).
@Suite struct TrainingLogTests {
    private let epoch = TrainingEpoch(
        epoch: 0, batches: 3,
        losses: TrainingLosses(crossEntropySum: 150, smoothL1Sum: 25, count: 100),
        precision: 0.25, isBest: true, isLast: false)

    private func text(_ epoch: TrainingEpoch) -> String {
        TrainingLog.lines(of: epoch, epochs: 4, recordsPerSecond: 12.5).joined(separator: "\n")
    }

    private func value(_ pattern: Regex<(Substring, Substring)>) throws -> Substring {
        try #require(text(epoch).firstMatch(of: pattern)).1
    }

    @Test func metricsAreFoundByTheirExpressions() throws {
        // The documented expression for losses takes the parentheses in.
        #expect(
            try value(
                /#quality_metric: host=\S+, epoch=\S+, batch=3 train cross_entropy <loss>=(\S+)/)
                == "(1.5)")
        #expect(
            try value(/#quality_metric: host=\S+, epoch=\S+, batch=3 train smooth_l1 <loss>=(\S+)/)
                == "(0.25)")
        #expect(
            try value(/#quality_metric: host=\S+, epoch=\S+, validation mAP <score>=\((\S+)\)/)
                == "0.25")
        #expect(try value(/#progress_metric: host=\S+, completed (\S+) %/) == "25.0")
        #expect(
            try value(/#throughput_metric: host=\S+, train throughput=(\S+) records\/second/)
                == "12.5")
        #expect(text(epoch).contains("Updating the best model with validation-mAP=0.25"))
    }

    @Test func withoutValidationThereIsNoPrecision() {
        var epoch = epoch
        epoch.precision = nil
        epoch.isLast = true
        #expect(!text(epoch).contains("mAP"))
        #expect(text(epoch).contains("completed 100.0 %"))
    }
}
