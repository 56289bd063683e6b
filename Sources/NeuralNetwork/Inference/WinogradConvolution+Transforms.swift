extension WinogradConvolution {
    /// Eight channels of a pixel or a tile.
    typealias Lanes = SIMD8<Float>

    /// Turns the tiles of a strip of an image into what the 36 products take.
    func transformInput(
        _ source: UnsafePointer<Lanes>, image: Int, strip: Int,
        into tiles: UnsafeMutablePointer<Lanes>, team: ThreadTeam
    ) {
        let blocks = channels / 8
        let area = input.vertical * input.horizontal
        team.run(blocks * stripRows) { units in
            withUnsafeTemporaryAllocation(of: Lanes.self, capacity: 72) { scratch in
                guard let scratch = scratch.baseAddress else { return }
                for unit in units {
                    let (block, row) = (unit / stripRows, unit % stripRows)
                    let map = source + (image * blocks + block) * area
                    guard let top = origin(strip, row).map({ $0 - padding.vertical }) else {
                        continue
                    }
                    for column in 0..<columns {
                        let left = columnOrigins[column] - padding.horizontal
                        let first = (block * stripRows + row) * columns + column
                        transformTile(
                            map, top: top, left: left, scratch, into: tiles + first,
                            stride: blocks * self.tiles)
                    }
                }
            }
        }
    }

    /// Where a strip's row of tiles begins; nil past the last, whose tiles nothing reads.
    private func origin(_ strip: Int, _ row: Int) -> Int? {
        let index = strip * stripRows + row
        return index < rowOrigins.count ? rowOrigins[index] : nil
    }

    @inline(__always)
    private func transformTile(
        _ map: UnsafePointer<Lanes>, top: Int, left: Int, _ scratch: UnsafeMutablePointer<Lanes>,
        into tiles: UnsafeMutablePointer<Lanes>, stride: Int
    ) {
        let (height, width) = (input.vertical, input.horizontal)
        let (down, right) = (dilation.vertical, dilation.horizontal)
        var (pixels, pitch, step) = (map + (top * width + left), down * width, right)
        if top < 0 || left < 0 || top + 5 * down >= height || left + 5 * right >= width {
            // What reaches over the edge is copied among zeros.
            let padded = scratch + 36
            for row in 0..<6 {
                for column in 0..<6 {
                    let (y, x) = (top + row * down, left + column * right)
                    let isInside = y >= 0 && x >= 0 && y < height && x < width
                    padded[row * 6 + column] = isInside ? map[y * width + x] : .zero
                }
            }
            (pixels, pitch, step) = (UnsafePointer(padded), 6, 1)
        }
        for column in 0..<6 {
            Self.spread(pixels + column * step, pitch, into: scratch + column, 6)
        }
        for row in 0..<6 {
            Self.spread(UnsafePointer(scratch + row * 6), 1, into: tiles + row * 6 * stride, stride)
        }
    }

    /// Six numbers by the matrix Bᵀ.
    @inline(__always)
    private static func spread(
        _ x: UnsafePointer<Lanes>, _ step: Int, into y: UnsafeMutablePointer<Lanes>, _ stride: Int
    ) {
        let (a, b, c) = (x[0], x[step], x[2 * step])
        let (d, e, f) = (x[3 * step], x[4 * step], x[5 * step])
        let (p, q) = (e - c * 4, d - b * 4)
        let (r, s) = (e - c, (d - b) * 2)
        y[0] = a * 4 - c * 5 + e
        y[stride] = p + q
        y[2 * stride] = p - q
        y[3 * stride] = r + s
        y[4 * stride] = r - s
        y[5 * stride] = b * 4 - d * 5 + f
    }

    /// Turns the 36 products of a strip's tiles into outputs.
    func transformOutput(
        _ tiles: UnsafePointer<Lanes>, image: Int, strip: Int,
        into destination: UnsafeMutablePointer<Lanes>, team: ThreadTeam
    ) {
        let blocks = filters / 8
        let area = output.vertical * output.horizontal
        bias.withUnsafeBytes { bias in
            let bias = UncheckedRows(bias)
            team.run(blocks * stripRows) { units in
                withUnsafeTemporaryAllocation(of: Lanes.self, capacity: 40) { scratch in
                    guard let scratch = scratch.baseAddress else { return }
                    for unit in units {
                        let (block, row) = (unit / stripRows, unit % stripRows)
                        guard let top = origin(strip, row) else { continue }
                        let map = destination + (image * blocks + block) * area
                        for column in 0..<columns {
                            let first = (block * stripRows + row) * columns + column
                            gatherTile(
                                tiles + first, stride: blocks * self.tiles, scratch,
                                bias: bias[block], into: map, top: top, left: columnOrigins[column])
                        }
                    }
                }
            }
        }
    }

    /// Vectors of eight numbers in memory that need not be aligned to them.
    private struct UncheckedRows: @unchecked Sendable {
        private let bytes: UnsafeRawBufferPointer
        init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }
        subscript(row: Int) -> Lanes {
            bytes.loadUnaligned(fromByteOffset: row * 32, as: Lanes.self)
        }
    }

    @inline(__always)
    private func gatherTile(
        _ tiles: UnsafePointer<Lanes>, stride: Int, _ scratch: UnsafeMutablePointer<Lanes>,
        bias: Lanes, into map: UnsafeMutablePointer<Lanes>, top: Int, left: Int
    ) {
        let width = output.horizontal
        for column in 0..<6 {
            Self.gather(tiles + column * stride, 6 * stride, into: scratch + column, 6)
        }
        let (down, right) = (dilation.vertical, dilation.horizontal)
        for row in 0..<4 where top + row * down < output.vertical {
            let line = scratch + 36
            Self.gather(UnsafePointer(scratch + row * 6), 1, into: line, 1)
            let target = map + ((top + row * down) * width + left)
            for column in 0..<4 where left + column * right < width {
                var value = line[column] + bias
                if adds { value += target[column * right] }
                if rectifies { value.replace(with: 0, where: value .< 0) }
                target[column * right] = value
            }
        }
    }

    /// Six numbers by the matrix Aᵀ.
    @inline(__always)
    private static func gather(
        _ x: UnsafePointer<Lanes>, _ step: Int, into y: UnsafeMutablePointer<Lanes>, _ stride: Int
    ) {
        let (b, c, d, e) = (x[step], x[2 * step], x[3 * step], x[4 * step])
        let (p, q, r, s) = (b + c, b - c, d + e, d - e)
        y[0] = x[0] + p + r
        y[stride] = q + s * 2
        y[2 * stride] = p + r * 4
        y[3 * stride] = q + s * 8 + x[5 * step]
    }
}
