import HumanReview
import Testing

@Suite struct DistributionTests {
    @Test(arguments: [
        (["a": 1, "b": 1], ["a": 2, "b": 2], 0.0), (["a": 1], ["b": 9], 1.0),
        (["a": 3, "b": 1], ["a": 1, "b": 1], 0.25), (["a": 1, "b": 1], ["b": 1, "c": 1], 0.5),
    ])
    func theDistanceIsHalfTheSumOfDifferences(
        first: [String: Int], second: [String: Int], distance: Double
    ) throws {
        let found = Distribution(counts: first).distance(to: Distribution(counts: second))
        #expect(abs(try #require(found) - distance) < 1e-12)
    }

    @Test func nothingHasNoDistance() {
        #expect(Distribution(counts: [:]).distance(to: Distribution(counts: ["a": 1])) == nil)
    }
}
