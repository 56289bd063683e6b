/// Six rows of pixels sorted by colour: what a terminal paints in one sweep.
struct SixelBand: ~Copyable {
    /// The pixels of one colour in one column.
    struct Column {
        fileprivate let packed: UInt32

        @inline(__always)
        var x: Int { Int(packed >> 6) }
        /// Bit `r` is the pixel in the band's row `r`.
        @inline(__always)
        var bits: UInt8 { UInt8(truncatingIfNeeded: packed & 0x3F) }
    }

    /// The widest band that ``Column`` can tell the columns of.
    static let widest = 1 << 18

    /// By colour, and of each colour from the left.
    private(set) var columns: [Column]
    /// Where each colour's columns begin and end in ``columns``; what is between is of no use.
    private(set) var starts = [Int](repeating: 0, count: 256)
    private(set) var ends = [Int](repeating: 0, count: 256)

    /// Room for bands of `width` columns.
    init(width: Int) { columns = Array(repeating: Column(packed: 0), count: width * 6) }

    /// Sorts the pixels of a band.
    ///
    /// - Parameters:
    ///   - pixels: a canvas's indices.
    ///   - start: the position in `pixels` of the band's top-left pixel.
    ///   - stride: the distance in `pixels` from one row to the next.
    ///   - wanted: for each column, the bits of the rows to take.
    mutating func sort(
        _ pixels: Span<UInt8>, from start: Int, stride: Int, wanted: Span<UInt8>
    ) {
        var counts = InlineArray<256, Int32>(repeating: 0)
        for row in 0..<6 {
            let bit = UInt8(1) << UInt8(row)
            for x in wanted.indices where wanted[x] & bit != 0 {
                counts[Int(pixels[start &+ row &* stride &+ x])] &+= 1
            }
        }
        var places = findPlaces(counts)
        place(pixels, from: start, stride: stride, wanted: wanted, at: &places)
        for color in 0..<256 {
            ends[color] = Int(places[color] >> 32) &+ 1
        }
    }

    /// Sets ``starts``; for each colour, gives the position before its first in the high half and, in
    /// the low half, a column that there is not.
    private mutating func findPlaces(
        _ counts: InlineArray<256, Int32>
    ) -> InlineArray<256, Int64> {
        var places = InlineArray<256, Int64>(repeating: 0)
        var next: Int32 = 0
        for color in 0..<256 {
            starts[color] = Int(next)
            places[color] = Int64(next &- 1) << 32 | 0xFFFF_FFC0
            next &+= counts[color]
        }
        precondition(next <= columns.count)
        return places
    }

    /// Puts each pixel at its colour's place, together with those of its column; no branch depends on
    /// the picture.
    private mutating func place(
        _ pixels: Span<UInt8>, from start: Int, stride: Int, wanted: Span<UInt8>,
        at places: inout InlineArray<256, Int64>
    ) {
        var columns = columns.mutableSpan
        for x in wanted.indices where wanted[x] != 0 {
            let want = wanted[x]
            let fresh = UInt32(truncatingIfNeeded: x) << 6
            for row in 0..<6 where want >> UInt8(row) & 1 != 0 {
                let color = Int(pixels[start &+ row &* stride &+ x])
                let state = places[color]
                let last = UInt32(truncatingIfNeeded: state)
                let isSame = (last ^ fresh) < 64
                let packed = (isSame ? last : fresh) | 1 << UInt32(row)
                let position = state >> 32 &+ (isSame ? 0 : 1)
                // A colour has at most one column for each of its pixels, and there is room for those.
                unsafe columns[unchecked: Int(position)] = Column(packed: packed)
                places[color] = position << 32 | Int64(packed)
            }
        }
    }
}
