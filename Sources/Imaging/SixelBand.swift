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

    /// For each colour, while columns are found: in the high half the position of its last column,
    /// and in the low half that column.
    private var places = [Int64](repeating: 0, count: 256)

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
        findPlaces(count(pixels, from: start, stride: stride, wanted: wanted))
        Self.place(
            pixels, from: start, stride: stride, wanted: wanted, places: &places,
            columns: &columns)
        for color in 0..<256 { ends[color] = Int(places[color] >> 32) &+ 1 }
    }

    /// How many pixels each colour has.
    private func count(
        _ pixels: Span<UInt8>, from start: Int, stride: Int, wanted: Span<UInt8>
    ) -> [Int] {
        var result = [Int](repeating: 0, count: 256)
        var counts = result.mutableSpan
        for row in 0..<6 {
            let bit = UInt8(1) << UInt8(row)
            for x in wanted.indices where wanted[x] & bit != 0 {
                counts[Int(pixels[start &+ row &* stride &+ x])] &+= 1
            }
        }
        return result
    }

    /// Sets ``starts``, and ``places`` to before each colour's first, with a column that there is not.
    private mutating func findPlaces(_ counts: [Int]) {
        var next = 0
        for color in 0..<256 {
            starts[color] = next
            places[color] = Int64(next &- 1) << 32 | 0xFFFF_FFC0
            next &+= counts[color]
        }
        precondition(next <= columns.count)
    }

    /// Puts each pixel at its colour's place.
    private static func place(
        _ pixels: Span<UInt8>, from start: Int, stride: Int, wanted: Span<UInt8>,
        places: inout [Int64], columns: inout [Column]
    ) {
        var columns = columns.mutableSpan
        var places = places.mutableSpan
        for x in wanted.indices where wanted[x] != 0 {
            let want = wanted[x]
            let column = UInt32(truncatingIfNeeded: x) << 6
            if want == 0x3F, isUniform(pixels, from: start &+ x, stride: stride) {
                // Six times the same place would each wait for the one before.
                add(column | 0x3F, of: Int(pixels[start &+ x]), &places, &columns)
                continue
            }
            for row in 0..<6 where want >> UInt8(row) & 1 != 0 {
                let color = Int(pixels[start &+ row &* stride &+ x])
                add(column | 1 << UInt32(row), of: color, &places, &columns)
            }
        }
    }

    /// Whether six pixels on end have one colour.
    @inline(__always)
    private static func isUniform(_ pixels: Span<UInt8>, from start: Int, stride: Int) -> Bool {
        let first = pixels[start]
        var difference: UInt8 = 0
        for row in 1..<6 { difference |= pixels[start &+ row &* stride] ^ first }
        return difference == 0
    }

    /// Puts pixels at their colour's place, together with those of their column that are there; no
    /// branch depends on the picture.
    @inline(__always)
    private static func add(
        _ pixels: UInt32, of color: Int, _ places: inout MutableSpan<Int64>,
        _ columns: inout MutableSpan<Column>
    ) {
        let state = places[color]
        let last = UInt32(truncatingIfNeeded: state)
        let isSame = (last ^ pixels) < 64
        let packed = isSame ? last | pixels : pixels
        let position = state >> 32 &+ (isSame ? 0 : 1)
        // A colour has at most one column for each of its pixels, and there is room for those.
        unsafe columns[unchecked: Int(position)] = Column(packed: packed)
        places[color] = position << 32 | Int64(packed)
    }
}
