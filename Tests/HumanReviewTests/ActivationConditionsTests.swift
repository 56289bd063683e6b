import Annotations
import HumanReview
import Testing

@Suite struct ActivationConditionsTests {
    private func reason(
        _ detections: [(String, Double)]?, _ conditions: ActivationConditions,
        image sha256: String = "00"
    ) -> ActivationReason? {
        let box = NormalizedBox(minimumX: 0, minimumY: 0, maximumX: 1, maximumY: 1)
        let prediction = detections.map { detections in
            Prediction(
                modelVersion: "1",
                detections: detections.map { Detection(label: $0.0, score: $0.1, box: box) })
        }
        return conditions.reason(for: prediction, imageDigest: sha256)
    }

    /// Score threshold, display threshold, labels always reviewed and share audited; what the model
    /// saw; why that is reviewed.
    static let routes:
        [(Double, Double, Set<String>, Double, [(String, Double)]?, ActivationReason?)] = [
            // The walkthrough's threshold is exclusive.
            (0.5, 0.2, [], 0, nil, .noDetection),
            (0.5, 0.2, [], 0, [], .noDetection),
            (0.5, 0.2, [], 0, [("dog", 0.1), ("dog", 0.499_99)], .lowScore),
            (0.5, 0.2, [], 0, [("dog", 0.1), ("dog", 0.5)], nil),
            (0.5, 0.2, [], 0, [("dog", 0.9), ("cat", 0.3)], nil),
            // What is not shown is no detection.
            (0.5, 0.2, [], 0, [("dog", 0.199_99)], .noDetection),
            (0.5, 0.2, [], 0, [("dog", 0.2)], .lowScore),
            (0.1, 0.6, [], 0, [("dog", 0.5)], .noDetection),
            (0.1, 0.6, [], 0, [("dog", 0.6)], nil),
            (0, 0, [], 0, [("dog", 0)], nil),
            (0, 0, [], 0, [], .noDetection),
            (1, 0.2, [], 0, [("dog", 0.999_9)], .lowScore),
            // A class that is always reviewed, wherever in the prediction and however weak.
            (0.5, 0.2, ["cat"], 0, [("dog", 0.9)], nil),
            (0.5, 0.2, ["cat"], 0, [("cat", 0.9)], .reviewLabel),
            (0.5, 0.2, ["cat"], 0, [("dog", 0.9), ("cat", 0.2)], .reviewLabel),
            (0.5, 0.2, ["cat"], 0, [("dog", 0.9), ("cat", 0.199_99)], nil),
            (0.5, 0.2, ["cat", "dog"], 0, [("horse", 0.9), ("dog", 0.3)], .reviewLabel),
            // The first reason counts.
            (0.5, 0.2, ["cat"], 1, [("cat", 0.4)], .lowScore),
            (0.5, 0.2, ["cat"], 1, [("cat", 0.1)], .noDetection),
            (0.5, 0.2, ["cat"], 1, [("cat", 0.6)], .reviewLabel),
            (0.5, 0.2, ["cat"], 1, [("dog", 0.6)], .audit),
            (0.5, 0.2, [], 1, [("dog", 1)], .audit),
            (0.5, 0.2, [], 0, [("dog", 1)], nil),
        ]

    @Test func everyRouteFollowsFromThePrediction() {
        for (index, route) in Self.routes.enumerated() {
            let conditions = ActivationConditions(
                scoreThreshold: route.0, displayThreshold: route.1, reviewLabels: route.2,
                audit: AuditSample(share: route.3, seed: 7))
            #expect(reason(route.4, conditions) == route.5, "row \(index)")
        }
    }

    @Test(arguments: [0.01, 0.1, 0.5, 0.9]) func theAuditTakesItsShare(share: Double) {
        let count = 20_000
        let sample = AuditSample(share: share, seed: 3)
        let drawn = (0..<count).count { sample.includes(imageDigest: String($0, radix: 16)) }
        // Six standard deviations of the binomial distribution.
        let deviation = (Double(count) * share * (1 - share)).squareRoot()
        #expect(abs(Double(drawn) - Double(count) * share) < 6 * deviation)
    }

    @Test func theAuditsDrawDependsOnSeedAndImageAlone() {
        let images = (0..<1_000).map { String($0, radix: 16) }
        func drawn(_ seed: Int64, _ share: Double) -> [String] {
            images.filter { AuditSample(share: share, seed: seed).includes(imageDigest: $0) }
        }
        #expect(drawn(1, 0.3) == drawn(1, 0.3))
        #expect(drawn(1, 0.3) != drawn(2, 0.3))
        // A larger share takes those of the smaller one and more.
        #expect(Set(drawn(1, 0.3)).isSubset(of: drawn(1, 0.4)))
        // Independent seeds agree by chance only: about 90 of a thousand.
        #expect((40...140).contains(Set(drawn(1, 0.3)).intersection(drawn(2, 0.3)).count))
    }
}
