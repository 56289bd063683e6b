/// Precision and recall of a class as the score that is asked for falls.
struct PrecisionCurve {
    private let recalls: [Double]
    private let precisions: [Double]

    /// The curve through outcomes in any order, equal scores in theirs.
    init(_ outcomes: [MeanAveragePrecision.Outcome], truthCount: Int) {
        var (right, seen) = (0, 0)
        var recalls: [Double] = []
        var precisions: [Double] = []
        for outcome in outcomes.sorted(by: { $0.score > $1.score }) {
            seen += 1
            if outcome.isRight { right += 1 }
            recalls.append(truthCount > 0 ? Double(right) / Double(truthCount) : 0)
            precisions.append(Double(right) / Double(seen))
        }
        self.recalls = recalls
        self.precisions = precisions
    }

    func averagePrecision(_ interpolation: MeanAveragePrecision.Interpolation) -> Double {
        switch interpolation {
        case .voc07: elevenPointMean
        case .area: areaBelowEnvelope
        }
    }

    /// The highest precision at any recall from here on.
    private var envelope: [Double] {
        var envelope = precisions
        for index in envelope.indices.dropLast().reversed() {
            envelope[index] = max(envelope[index], envelope[index + 1])
        }
        return envelope
    }

    private var elevenPointMean: Double {
        let envelope = envelope
        let reached = (0...10).map { tenth in
            // As numpy's arange makes the recalls, whose last bits decide what is reached.
            let asked = Double(tenth) * 0.1
            return recalls.firstIndex { $0 >= asked }.map { envelope[$0] } ?? 0
        }
        return reached.reduce(0, +) / 11
    }

    private var areaBelowEnvelope: Double {
        var area = 0.0
        var reached = 0.0
        for (recall, precision) in zip(recalls, envelope) {
            area += (recall - reached) * precision
            reached = recall
        }
        return area
    }
}
