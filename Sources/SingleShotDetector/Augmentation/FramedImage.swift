package import Imaging

/// A part of an image, or of a canvas that it lies on, at another size.
package struct FramedImage {
    /// As much of the image as the output may take, in ``columns`` and ``rows`` of it.
    private var image: RGBImage
    private let columns: Range<Int>
    private let rows: Range<Int>
    /// What the output shows, in pixels of the whole image; past it lies the canvas.
    private let frame: FractionalRect
    private let canvasColumns: Range<Int>
    private let canvasRows: Range<Int>

    /// No interpolation takes pixels further from the frame.
    private static let margin = 4

    /// The level of all channels where the canvas shows (contract §7.8).
    private static let canvasLevel: Float = 127

    /// A frame in fractions of an image that is not empty, on a canvas, in fractions of it too, that
    /// holds the image.
    package init(_ image: RGBImage, canvas: FractionalRect, frame: FractionalRect) {
        let (width, height) = (Double(image.width), Double(image.height))
        canvasColumns = Self.pixels(canvas.x * width, canvas.width * width, image.width)
        canvasRows = Self.pixels(canvas.y * height, canvas.height * height, image.height)
        self.frame = FractionalRect(
            x: frame.x * width, y: frame.y * height, width: frame.width * width,
            height: frame.height * height)
        columns = Self.taken(self.frame.x, self.frame.width, of: image.width)
        rows = Self.taken(self.frame.y, self.frame.height, of: image.height)
        self.image = Self.part(of: image, columns, rows)
    }

    /// Changes the colours of the image, but not of the canvas.
    package mutating func color(by jitter: ColorJitter) { image = jitter.applied(to: image) }

    /// The frame as `side` by `side` pixels, mirrored if asked.
    package func resized(
        to side: Int, by interpolation: Interpolation, mirrored: Bool
    ) -> RGBImage {
        let bothShrink = min(frame.width, frame.height) >= Double(side)
        let columns = InterpolationAxis(
            interpolation, origin: frame.x - Double(canvasColumns.lowerBound),
            extent: frame.width, length: canvasColumns.count,
            visible: Self.shifted(columns, from: canvasColumns), count: side,
            bothShrink: bothShrink)
        let rows = InterpolationAxis(
            interpolation, origin: frame.y - Double(canvasRows.lowerBound),
            extent: frame.height, length: canvasRows.count,
            visible: Self.shifted(rows, from: canvasRows), count: side,
            bothShrink: bothShrink)
        return resized(to: side, columns, rows, mirrored: mirrored)
    }

    /// The pixels between two edges, at least those of the image.
    private static func pixels(_ start: Double, _ extent: Double, _ length: Int) -> Range<Int> {
        min(0, Int(start.rounded()))..<max(length, Int((start + extent).rounded()))
    }

    /// Pixels counted from the canvas's beginning.
    private static func shifted(_ pixels: Range<Int>, from canvas: Range<Int>) -> Range<Int> {
        (pixels.lowerBound - canvas.lowerBound)..<(pixels.upperBound - canvas.lowerBound)
    }

    /// The pixels of an axis that a frame may take, at least one.
    private static func taken(_ start: Double, _ extent: Double, of length: Int) -> Range<Int> {
        let first = min(max(0, Int(start.rounded(.down)) - margin), length - 1)
        let end = min(length, Int((start + extent).rounded(.up)) + margin)
        return first..<max(first + 1, end)
    }

    private static func part(
        of image: RGBImage, _ columns: Range<Int>, _ rows: Range<Int>
    ) -> RGBImage {
        guard columns.count < image.width || rows.count < image.height else { return image }
        var pixels: [UInt8] = []
        pixels.reserveCapacity(3 * columns.count * rows.count)
        for row in rows {
            let start = 3 * (row * image.width + columns.lowerBound)
            pixels += image.pixels[start..<start + 3 * columns.count]
        }
        return RGBImage(width: columns.count, height: rows.count, pixels: pixels)
    }

    private func resized(
        to side: Int, _ columns: InterpolationAxis, _ rows: InterpolationAxis, mirrored: Bool
    ) -> RGBImage {
        // Only what the output takes is mixed.
        let first = columns.firsts.min() ?? 0
        let end = min(image.width, (columns.firsts.max() ?? 0) + columns.tapCount)
        // One more, so that the last pixel too can be read as four numbers.
        var mixed = [Float](repeating: 0, count: 3 * (end - first) + 1)
        let pixels = [UInt8](unsafeUninitializedCapacity: 3 * side * side) { output, count in
            for row in 0..<side {
                mix(rows, row: row, from: first, to: end, into: &mixed)
                Self.write(
                    mixed, columns, first: first, mirrored: mirrored,
                    to: .init(rebasing: output[3 * row * side..<3 * (row + 1) * side]))
            }
            count = 3 * side * side
        }
        return RGBImage(width: side, height: side, pixels: pixels)
    }

    /// Adds up the weighted rows of the image, as differences from the canvas's level.
    private func mix(
        _ rows: InterpolationAxis, row: Int, from first: Int, to end: Int,
        into mixed: inout [Float]
    ) {
        let count = 3 * (end - first)
        mixed.withUnsafeMutableBufferPointer { mixed in
            mixed.update(repeating: 0)
            image.pixels.withUnsafeBufferPointer { pixels in
                for tap in 0..<rows.tapCount {
                    let weight = rows.weights[row * rows.tapCount + tap]
                    guard weight != 0 else { continue }
                    let start = 3 * ((rows.firsts[row] + tap) * image.width + first)
                    Self.add(pixels[start..<start + count], times: weight, to: mixed)
                }
            }
        }
    }

    private static func add(
        _ levels: Slice<UnsafeBufferPointer<UInt8>>, times weight: Float,
        to mixed: UnsafeMutableBufferPointer<Float>
    ) {
        let levels = UnsafeBufferPointer(rebasing: levels)
        let offset = weight * canvasLevel
        // Without a condition inside, so that it becomes vector instructions.
        for sample in levels.indices { mixed[sample] += Float(levels[sample]) * weight - offset }
    }

    /// Writes an output row from its mixed source rows.
    private static func write(
        _ mixed: [Float], _ columns: InterpolationAxis, first: Int, mirrored: Bool,
        to output: UnsafeMutableBufferPointer<UInt8>
    ) {
        let last = columns.firsts.count - 1
        mixed.withUnsafeBytes { mixed in
            columns.weights.withUnsafeBufferPointer { weights in
                for column in 0...last {
                    var color = SIMD4<Float>(repeating: canvasLevel)
                    var place = 12 * (columns.firsts[column] &- first)
                    let begin = column &* columns.tapCount
                    for tap in begin..<begin &+ columns.tapCount {
                        color +=
                            mixed.loadUnaligned(fromByteOffset: place, as: SIMD4<Float>.self)
                            * weights[tap]
                        place &+= 12
                    }
                    put(color, at: 3 * (mirrored ? last - column : column), of: output)
                }
            }
        }
    }

    /// Rounds three levels to even, as OpenCV does, and cuts them off at 0 and 255.
    @inline(__always)
    private static func put(
        _ color: SIMD4<Float>, at place: Int, of output: UnsafeMutableBufferPointer<UInt8>
    ) {
        let high = color.replacing(with: 255, where: color .> 255)
        let limited = high.replacing(with: 0, where: high .< 0)
        // Near 2^23 a float's last bits count units, so that adding it rounds to a whole number.
        let rounded = unsafeBitCast(limited + SIMD4(repeating: 0x1p23), to: SIMD4<UInt32>.self)
        output[place] = UInt8(truncatingIfNeeded: rounded.x)
        output[place + 1] = UInt8(truncatingIfNeeded: rounded.y)
        output[place + 2] = UInt8(truncatingIfNeeded: rounded.z)
    }
}
