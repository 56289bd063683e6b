internal import CSixel
internal import Imaging

/// libsixel's encoder fed with palette indices, which it only has to write.
enum LibsixelEncoder {
    /// The canvas as a sixel image.
    static func encode(_ canvas: IndexedCanvas) -> [UInt8] {
        var bytes: [UInt8] = []
        withUnsafeMutablePointer(to: &bytes) { target in
            var output: OpaquePointer?
            sixel_output_new(&output, append, target, nil)
            defer { sixel_output_unref(output) }
            // A dither object serves one frame: used again it corrupts the palette.
            var dither: OpaquePointer?
            sixel_dither_new(&dither, Int32(canvas.palette.count), nil)
            defer { sixel_dither_unref(dither) }
            var palette = canvas.palette.flatMap { [$0.red, $0.green, $0.blue] }
            var pixels = canvas.indices
            sixel_dither_set_palette(dither, &palette)
            sixel_dither_set_pixelformat(dither, SIXEL_PIXELFORMAT_PAL8)
            sixel_encode(
                &pixels, Int32(canvas.width), Int32(canvas.height), 0, dither, output)
        }
        return bytes
    }

    /// Adds what libsixel writes to the array that was given to it.
    private static let append: sixel_write_function = { data, count, target in
        guard let data, let target else { return 0 }
        data.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
            target.assumingMemoryBound(to: [UInt8].self).pointee.append(
                contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        return count
    }
}
