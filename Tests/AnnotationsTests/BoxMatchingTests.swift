import Annotations
import Testing

@Suite struct BoxMatchingTests {
    private func box(
        _ label: String, _ left: Int, _ top: Int, _ width: Int, _ height: Int
    ) -> LabeledBox {
        LabeledBox(
            label: label, box: BoundingBox(left: left, top: top, width: width, height: height))
    }

    @Test func overlapIsTheSharedPartOfBothAreas() {
        let square = BoundingBox(left: 0, top: 0, right: 10, bottom: 10)
        #expect(square.overlap(with: square) == 1)
        let half = BoundingBox(left: 5, top: 0, right: 15, bottom: 10)
        #expect(square.overlap(with: half) == 50.0 / 150)
        #expect(half.overlap(with: square) == 50.0 / 150)
        // Neighbours share an edge and no pixel.
        #expect(square.overlap(with: BoundingBox(left: 10, top: 0, right: 20, bottom: 10)) == 0)
        let empty = BoundingBox(left: 3, top: 3, right: 3, bottom: 3)
        #expect(empty.overlap(with: empty) == 0)
    }

    @Test func overlapOfTheLargestCornersDoesNotOverflow() {
        let all = BoundingBox(left: .min, top: .min, right: .max, bottom: .max)
        #expect(all.overlap(with: all) == 1)
    }

    @Test func theLargestOverlapIsTakenFirstAndEachBoxOnce() {
        let first = [box("a", 0, 0, 10, 10), box("a", 2, 0, 10, 10)]
        let second = [box("a", 2, 0, 10, 10), box("a", 40, 40, 5, 5)]
        let matching = BoxMatching(first, second)
        #expect(matching.pairs == [BoxMatching.Pair(first: 1, second: 0, overlap: 1)])
        #expect(matching.unmatchedFirst == [0])
        #expect(matching.unmatchedSecond == [1])
    }

    @Test func labelsBreakTies() {
        let first = [box("dog", 0, 0, 10, 10), box("cat", 0, 0, 10, 10)]
        let second = [box("cat", 0, 0, 10, 10), box("dog", 0, 0, 10, 10)]
        let pairs = BoxMatching(first, second).pairs
        #expect(pairs.map(\.first) == [0, 1])
        #expect(pairs.map(\.second) == [1, 0])
    }

    @Test func boxesThatOverlapLessThanTheThresholdAreNotOneObject() {
        let first = [box("a", 0, 0, 10, 10)]
        let second = [box("a", 5, 0, 10, 10)]
        #expect(BoxMatching(first, second).pairs.isEmpty)
        #expect(BoxMatching(first, second, threshold: 0.3).pairs.count == 1)
    }
}
