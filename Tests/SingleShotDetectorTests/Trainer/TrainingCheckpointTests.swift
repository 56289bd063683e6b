import Foundation
import NeuralNetwork
import Testing

@testable import SingleShotDetector

@Suite struct TrainingCheckpointTests {
    private let path = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString

    private func checkpoint() throws -> TrainingCheckpoint {
        let weights = try #require(Tensor(shape: [2, 2], elements: [1, -0.1, .pi, 1e-38]))
        let slot = try #require(Tensor(shape: [2, 2], elements: [0.3, 0, -0.0, 7]))
        var progress = TrainingProgress(EarlyStopping(nil))
        progress.place = .init(epoch: 4, batch: 17)
        progress.losses = TrainingLosses(crossEntropySum: 0.1 + 0.2, smoothL1Sum: 1e300, count: 9)
        progress.precision = 0.625
        progress.stopping.restore(best: 2.0 / 3, epochsWithoutGrowth: 2)
        return TrainingCheckpoint(
            progress: progress,
            parameters: ParameterSet(
                arguments: ["a/b_weight": weights], statistics: ["bn_moving_mean": slot]),
            optimizer: OptimizerState(updateCount: 77, slots: ["a/b_weight": [slot, weights]]),
            settings: ["seed": "233", "num_classes": "3"])
    }

    @Test func aCheckpointComesBackToTheBit() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let checkpoint = try checkpoint()
        for _ in 0..<2 {
            try checkpoint.write(path)
            #expect(try TrainingCheckpoint.read(path) == checkpoint)
        }
    }

    @Test func noFileIsNoCheckpoint() throws {
        #expect(try TrainingCheckpoint.read(path) == nil)
    }

    @Test func aDamagedFileIsNamed() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        try checkpoint().write(path)
        let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        var flipped = whole
        flipped[36] = 0xFF
        let damaged = [0, 10, 30, 36, 60, whole.count / 2, whole.count - 1].map {
            Array(whole.prefix($0))
        }
        for bytes in damaged + [flipped] {
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let error = #expect(throws: ArtifactError.self) { try TrainingCheckpoint.read(path) }
            #expect(error?.description.hasPrefix(path) == true)
        }
    }
}
