internal import CSixel
internal import Glibc

@testable internal import Imaging

/// What libsixel's decoder makes of a sixel image: the reference for ours.
struct SixelOracle {
    let width: Int
    let height: Int
    /// Palette indices, rows from the top.
    let indices: [UInt8]
    /// Red, green and blue for each index.
    let palette: [RGBColor]

    /// Nil when libsixel refuses the bytes.
    init?(_ sixel: [UInt8]) {
        var bytes = sixel
        var pixels: UnsafeMutablePointer<UInt8>?
        var colors: UnsafeMutablePointer<UInt8>?
        var columns: Int32 = 0
        var rows: Int32 = 0
        var count: Int32 = 0
        let status = sixel_decode_raw(
            &bytes, Int32(bytes.count), &pixels, &columns, &rows, &colors, &count, nil)
        guard status & 0x1000 == 0, let pixels, let colors else { return nil }
        defer {
            free(pixels)
            free(colors)
        }
        width = Int(columns)
        height = Int(rows)
        indices = Array(UnsafeBufferPointer(start: pixels, count: width * height))
        palette = (0..<Int(count)).map {
            RGBColor(red: colors[3 * $0], green: colors[3 * $0 + 1], blue: colors[3 * $0 + 2])
        }
    }
}
