import HumanReview
import Testing

@Suite struct ScoreBandTests {
    @Test func everyScoreHasABandThatHoldsIt() {
        for step in 0...10_000 {
            let score = Double(step) / 10_000
            let band = ScoreBand(index: ScoreBand.index(ofScore: score))
            #expect(band.lowerBound <= score)
            #expect(score < band.upperBound || score == 1)
        }
    }

    @Test(arguments: [(-0.5, 0), (0, 0), (0.05, 1), (0.35, 7), (0.95, 19), (1, 19), (7, 19)])
    func boundsBelongToTheBandTheyBegin(score: Double, index: Int) {
        #expect(ScoreBand.index(ofScore: score) == index)
    }

    /// Errors fall with the score: 40 of 100 at 0.80, 4 of 200 at 0.85, 1 of 400 at 0.90, none of 300.
    private let bands = [
        ScoreBand(index: 16, audited: 100, auditErrors: 40),
        ScoreBand(index: 17, audited: 200, auditErrors: 4),
        ScoreBand(index: 18, audited: 400, auditErrors: 1),
        ScoreBand(index: 19, audited: 300, auditErrors: 0),
    ]

    @Test func theThresholdIsTheLowestWhoseWholeIntervalIsUnderTheTarget() throws {
        // From 0.85 on 5 of 900, at most 1.30 %; from 0.90 on 1 of 700, at most 0.81 %.
        #expect(AcceptThreshold(keepingErrorsUnder: 0.014, in: bands)?.score == 0.85)
        let tight = try #require(AcceptThreshold(keepingErrorsUnder: 0.01, in: bands))
        #expect(tight.score == 0.90)
        #expect(tight.errorRate == WilsonInterval(successes: 1, trials: 700))
    }

    @Test func noThresholdIsPromisedThatTheAuditsDoNotShow() {
        #expect(AcceptThreshold(keepingErrorsUnder: 0.001, in: bands) == nil)
        #expect(AcceptThreshold(keepingErrorsUnder: 0.5, in: []) == nil)
    }

    @Test func countsOfOneBandFromSeveralModelsAreAdded() throws {
        let split = bands + [ScoreBand(index: 19, audited: 100, auditErrors: 100)]
        let suffix = try #require(AcceptThreshold.suffixes(of: split).last)
        #expect(suffix.audited == 400 && suffix.auditErrors == 100)
    }
}
