import HumanReview
import Testing

@Suite struct ScoreTextTests {
    @Test(arguments: [
        (0.497, "0.497"), (0.5, "0.50"), (0.5001, "0.50"), (0.494, "0.49"), (0.4999, "0.499"),
        (0.1996, "0.199"), (0.2, "0.20"), (0.07, "0.07"), (0.996, "0.996"), (0.99999, "0.999"),
        (1, "1.00"), (0, "0.00"), (.infinity, "-"), (-1, "0.00"),
    ])
    func aScoreIsReadOnItsOwnSideOfEveryBound(score: Double, text: String) {
        #expect(ScoreText.of(score, around: [0.5, 0.2, 0.07]) == text)
    }

    @Test func everyTextIsOnTheSideOfItsScore() throws {
        for hundredth in 1...99 {
            let bound = Double(hundredth) / 100
            for step in -60...60 {
                let score = min(max(bound + Double(step) / 8_192, 0), 1)
                for digits in [2, 3] {
                    let text = ScoreText.of(score, digits: digits, around: [bound])
                    let read = try #require(Double(text))
                    #expect((read < bound) == (score < bound), "\(score) as \(text) at \(bound)")
                    #expect(abs(read - score) < 0.006)
                }
            }
        }
    }
}
