import Annotations
import Testing

/// EXIF 2.32, tag 0x0112: where the stored row 0 and column 0 stand in the upright view.
@Suite struct ImageOrientationTests {
    private let size = PixelSize(width: 6, height: 4)

    @Test(arguments: [
        // The view point of the stored top-left corner, by the specification's table.
        (ImageOrientation.upright, 0.0, 0.0), (.mirroredHorizontally, 6, 0), (.rotated180, 6, 4),
        (.mirroredVertically, 0, 4), (.transposed, 0, 0), (.rotatedClockwise, 4, 0),
        (.transversed, 4, 6), (.rotatedCounterclockwise, 0, 6),
    ])
    func theStoredCornerStandsWhereEXIFSays(orientation: ImageOrientation, x: Double, y: Double) {
        let point = orientation.view(x: 0, y: 0, stored: size)
        #expect(point == (x, y))
    }

    @Test(arguments: ImageOrientation.allCases)
    func turningBackIsIdentity(orientation: ImageOrientation) {
        let view = orientation.viewSize(ofStored: size)
        for x in 0...6 {
            for y in 0...4 {
                let turned = orientation.view(x: Double(x), y: Double(y), stored: size)
                #expect((0...Double(view.width)).contains(turned.x))
                #expect((0...Double(view.height)).contains(turned.y))
                #expect(
                    orientation.stored(x: turned.x, y: turned.y, stored: size) == (
                        Double(x), Double(y)
                    ))
            }
        }
    }
}
