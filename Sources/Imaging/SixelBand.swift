/// Six rows of pixels sorted by colour: what a terminal paints in one sweep.
struct SixelBand {
    /// The pixels of one colour in one column: colour, column and a bit a row.
    struct Column {
        private let packed: UInt32

        @inline(__always)
        init(color: UInt8, x: Int, bits: UInt8) {
            packed = UInt32(color) << 24 | UInt32(truncatingIfNeeded: x) << 6 | UInt32(bits)
        }

        @inline(__always)
        private init(packed: UInt32) { self.packed = packed }

        @inline(__always)
        var color: Int { Int(packed >> 24) }
        @inline(__always)
        var x: Int { Int(packed >> 6 & 0x3FFFF) }
        @inline(__always)
        var bits: UInt8 { UInt8(truncatingIfNeeded: packed & 0x3F) }

        @inline(__always)
        func adding(_ bits: UInt8) -> Column { Column(packed: packed | UInt32(bits)) }
    }

    /// The widest band that ``Column`` can tell the columns of.
    static let widest = 1 << 18

    /// In the order of columns; the first ``count`` count.
    private var found: [Column]
    /// By colour, from the left.
    private(set) var columns: [Column]
    private(set) var count = 0
    /// Where each colour's columns end in ``columns``; its first is the end of the colour before.
    private(set) var ends = InlineArray<256, Int32>(repeating: 0)

    /// Room for bands of `width` columns.
    init(width: Int) {
        found = Array(repeating: Column(color: 0, x: 0, bits: 0), count: width * 6)
        columns = found
    }

    /// Sorts the pixels of a band.
    ///
    /// - Parameters:
    ///   - pixels: a canvas's indices.
    ///   - start: the position in `pixels` of the band's top-left pixel.
    ///   - stride: the distance in `pixels` from one row to the next.
    ///   - rowCount: 1 to 6.
    ///   - wanted: for each column, the bits of the rows to take.
    mutating func sort(
        _ pixels: Span<UInt8>, from start: Int, stride: Int, rowCount: Int, wanted: Span<UInt8>
    ) {
        var latest = InlineArray<256, Int32>(repeating: -1)
        var counts = InlineArray<256, Int32>(repeating: 0)
        var found = self.found.mutableSpan
        var total = 0
        for x in 0..<wanted.count where wanted[x] != 0 {
            let columnStart = Int32(truncatingIfNeeded: total)
            let want = wanted[x]
            var position = start &+ x
            var bit: UInt8 = 1
            for _ in 0..<rowCount {
                if want & bit != 0 {
                    let color = pixels[position]
                    let last = latest[Int(color)]
                    if last >= columnStart {
                        found[Int(last)] = found[Int(last)].adding(bit)
                    } else {
                        found[total] = Column(color: color, x: x, bits: bit)
                        latest[Int(color)] = Int32(truncatingIfNeeded: total)
                        counts[Int(color)] &+= 1
                        total &+= 1
                    }
                }
                position &+= stride
                bit <<= 1
            }
        }
        count = total
        group(by: counts)
    }

    /// Moves ``found`` to ``columns``, colour by colour.
    private mutating func group(by counts: InlineArray<256, Int32>) {
        var places = InlineArray<256, Int32>(repeating: 0)
        var next: Int32 = 0
        for color in 0..<256 {
            places[color] = next
            next &+= counts[color]
            ends[color] = next
        }
        let found = self.found
        let count = self.count
        var columns = self.columns.mutableSpan
        for index in 0..<count {
            let column = found[index]
            let place = places[column.color]
            columns[Int(place)] = column
            places[column.color] = place &+ 1
        }
    }
}
