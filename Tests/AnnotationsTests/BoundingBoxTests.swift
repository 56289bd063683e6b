import Annotations
import Testing

@Suite struct BoundingBoxTests {
    private let size = PixelSize(width: 40, height: 30)

    @Test(arguments: [
        (
            BoundingBox(left: -5, top: -5, right: 10, bottom: 10),
            BoundingBox(left: 0, top: 0, right: 10, bottom: 10)
        ),
        (
            BoundingBox(left: 35, top: 25, right: 90, bottom: 90),
            BoundingBox(left: 35, top: 25, right: 40, bottom: 30)
        ),
        (
            BoundingBox(left: 20, top: 20, right: 10, bottom: 5),
            BoundingBox(left: 10, top: 5, right: 20, bottom: 20)
        ),
        (
            BoundingBox(left: 7, top: 7, right: 7, bottom: 7),
            BoundingBox(left: 7, top: 7, right: 8, bottom: 8)
        ),
        (
            BoundingBox(left: 400, top: 400, right: 500, bottom: 500),
            BoundingBox(left: 39, top: 29, right: 40, bottom: 30)
        ),
        (
            BoundingBox(left: -9, top: -9, right: -3, bottom: -3),
            BoundingBox(left: 0, top: 0, right: 1, bottom: 1)
        ),
    ])
    func clippingKeepsAtLeastOnePixelInside(box: BoundingBox, expected: BoundingBox) {
        #expect(box.clipped(to: size) == expected)
        #expect(expected.clipped(to: size) == expected)
    }

    @Test func movingStopsAtTheEdges() {
        let box = BoundingBox(left: 5, top: 5, width: 10, height: 10)
        #expect(
            box.moved(right: 100, down: -100, within: size)
                == BoundingBox(left: 30, top: 0, width: 10, height: 10))
        let large = BoundingBox(left: 0, top: 0, width: 40, height: 30)
        #expect(large.moved(right: 3, down: 3, within: size) == large)
    }

    @Test func normalizedBoxesRoundToPixelBoundaries() {
        let box = NormalizedBox(minimumX: 0.0124, minimumY: 0.05, maximumX: 0.513, maximumY: 1.2)
        #expect(
            box.pixelBox(in: PixelSize(width: 1000, height: 100))
                == BoundingBox(left: 12, top: 5, right: 513, bottom: 100))
        let point = NormalizedBox(minimumX: 1, minimumY: 1, maximumX: 1, maximumY: 1)
        #expect(point.pixelBox(in: size) == BoundingBox(left: 39, top: 29, right: 40, bottom: 30))
    }

    @Test func boxesThatAreNoBoxesAreInvalid() {
        #expect(!NormalizedBox(minimumX: .nan, minimumY: 0, maximumX: 1, maximumY: 1).isValid)
        #expect(!NormalizedBox(minimumX: 0, minimumY: 0, maximumX: .infinity, maximumY: 1).isValid)
        #expect(!NormalizedBox(minimumX: 0.6, minimumY: 0, maximumX: 0.5, maximumY: 1).isValid)
        #expect(NormalizedBox(minimumX: 0.5, minimumY: 0, maximumX: 0.5, maximumY: 1).isValid)
    }
}
