/// The passes of one band while they are written, in a buffer that is large enough for any band.
///
/// Safe because every write is checked against the buffer's end.
@safe struct SixelLine: ~Copyable {
    private let bytes: UnsafeMutablePointer<UInt8>
    private let capacity: Int
    private var count = 0

    /// A buffer for bands of `width` columns.
    init(width: Int) {
        // Each pixel ends at most a blank and a painted run, of 8 bytes at most, and each of 6 * width
        // units chooses a colour in 5 bytes.
        capacity = width * 6 * 22 + 64
        unsafe bytes = .allocate(capacity: capacity)
    }

    deinit { unsafe bytes.deallocate() }

    /// Adds what was written since ``clear()``.
    func append(to other: inout [UInt8]) {
        unsafe other.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
    }

    /// Begins a band.
    mutating func clear() { count = 0 }

    /// Goes back to the band's first column.
    @inline(__always)
    mutating func carriageReturn() { append(UInt8(ascii: "$")) }

    /// Chooses the colour of what follows.
    @inline(__always)
    mutating func select(_ register: UInt8) {
        append(UInt8(ascii: "#"))
        append(number: Int(register))
    }

    /// Paints `columns` alike: bit `r` of `bits` is the pixel in the band's row `r`.
    @inline(__always)
    mutating func run(_ columns: Int, _ bits: UInt8) {
        let sixel = bits &+ UInt8(ascii: "?")
        if columns > 3 {
            append(UInt8(ascii: "!"))
            append(number: columns)
            append(sixel)
        } else {
            for _ in 0..<columns { append(sixel) }
        }
    }

    @inline(__always)
    private mutating func append(number: Int) {
        if number >= 10 {
            if number >= 100 {
                if number >= 1000 { append(thousands: number / 1000) }
                append(digit: number / 100 % 10)
            }
            append(digit: number / 10 % 10)
        }
        append(digit: number % 10)
    }

    private mutating func append(thousands: Int) { append(number: thousands) }

    @inline(__always)
    private mutating func append(digit: Int) {
        append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit))
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8) {
        precondition(count < capacity)
        unsafe bytes[count] = byte
        count &+= 1
    }
}
