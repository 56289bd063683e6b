package import Imaging

/// A photo as the network takes it (contract §7.3): resized straight to a square by bilinear interpolation, whatever
/// its aspect ratio; planes of red, green and blue levels less a mean each.
package enum NetworkInput {
    /// What is subtracted from red, green and blue.
    package static let mean = SIMD4<Float>(123, 117, 104, 0)

    /// Writes the planes of an image of at least one pixel.
    package static func write(
        _ image: RGBImage, side: Int, into planes: UnsafeMutableBufferPointer<Float>
    ) {
        let area = side * side
        guard image.width > 0, image.height > 0, side > 0, planes.count >= 3 * area else { return }
        let rows = TriangleFilter(length: image.height, count: side)
        let columns = TriangleFilter(length: image.width, count: side)
        // One number more, so that the last pixel too can be read as four.
        var mixed = [Float](repeating: 0, count: image.width * 3 + 1)
        image.pixels.withUnsafeBufferPointer { pixels in
            mixed.withUnsafeMutableBufferPointer { mixed in
                for row in 0..<side {
                    mix(pixels, rows, row, into: mixed)
                    let line = UnsafeMutableBufferPointer(rebasing: planes[(row * side)...])
                    spread(mixed, columns, into: line, area: area)
                }
            }
        }
    }

    /// The weighted mean of the source rows of an output row.
    private static func mix(
        _ pixels: UnsafeBufferPointer<UInt8>, _ rows: TriangleFilter, _ row: Int,
        into mixed: UnsafeMutableBufferPointer<Float>
    ) {
        let count = mixed.count - 1
        for tap in 0..<rows.tapCount {
            let weight = rows.weights[row * rows.tapCount + tap]
            guard weight != 0 || tap == 0 else { continue }
            let start = (rows.firsts[row] + tap) * count
            let levels = UnsafeBufferPointer(rebasing: pixels[start..<start + count])
            if tap == 0 {
                for index in 0..<count { mixed[index] = Float(levels[index]) * weight }
            } else {
                for index in 0..<count { mixed[index] += Float(levels[index]) * weight }
            }
        }
    }

    /// The weighted means of the pixels of a row, taken apart into planes `area` numbers from each other.
    private static func spread(
        _ mixed: UnsafeMutableBufferPointer<Float>, _ columns: TriangleFilter,
        into line: UnsafeMutableBufferPointer<Float>, area: Int
    ) {
        let bytes = UnsafeRawBufferPointer(mixed)
        columns.weights.withUnsafeBufferPointer { weights in
            var position = 0
            for (column, first) in columns.firsts.enumerated() {
                var offset = first * 3 * MemoryLayout<Float>.size
                var color = -mean
                for _ in 0..<columns.tapCount {
                    let pixel = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<Float>.self)
                    color += pixel * weights[position]
                    offset += 3 * MemoryLayout<Float>.size
                    position += 1
                }
                line[column] = color.x
                line[column + area] = color.y
                line[column + 2 * area] = color.z
            }
        }
    }
}
