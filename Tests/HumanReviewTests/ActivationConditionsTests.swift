import Annotations
import HumanReview
import Testing

@Suite struct ActivationConditionsTests {
    private func starts(_ scores: [Double]?, _ conditions: ActivationConditions) -> Bool {
        conditions.startsHumanLoop(
            scores.map { scores in
                Prediction(
                    modelVersion: "1",
                    detections: scores.map {
                        Detection(
                            label: "dog", score: $0,
                            box: NormalizedBox(minimumX: 0, minimumY: 0, maximumX: 1, maximumY: 1))
                    })
            })
    }

    @Test func theWalkthroughsThresholdIsExclusive() {
        let conditions = ActivationConditions()
        #expect(starts(nil, conditions))
        #expect(starts([], conditions))
        #expect(starts([0.1, 0.49999], conditions))
        #expect(!starts([0.1, 0.5], conditions))
    }

    @Test func whatIsNotShownIsNoDetection() {
        let conditions = ActivationConditions(scoreThreshold: 0.1, displayThreshold: 0.6)
        #expect(starts([0.5], conditions))
        #expect(!starts([0.6], conditions))
    }
}
