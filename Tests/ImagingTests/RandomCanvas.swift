internal import Imaging
import TestSupport

extension IndexedCanvas {
    /// A canvas whose pixels often repeat their left neighbour, as drawings do.
    static func random(
        width: Int, height: Int, colors: Int, using random: inout SeededGenerator
    ) -> IndexedCanvas {
        let palette = (0..<colors).map {
            RGBColor(red: UInt8($0), green: UInt8(255 - $0), blue: UInt8($0 ^ 0x55))
        }
        var index: UInt8 = 0
        let indices = (0..<width * height).map { _ in
            if Bool.random(using: &random) {
                index = UInt8.random(in: 0...UInt8(colors - 1), using: &random)
            }
            return index
        }
        return IndexedCanvas(width: width, height: height, palette: palette, indices: indices)
    }
}
