/// The passes of one band while they are written, in a buffer that is large enough for any band.
///
/// Safe because room for all that a unit writes is checked before any of it is.
@safe struct SixelLine: ~Copyable {
    private let bytes: UnsafeMutablePointer<UInt8>
    private let capacity: Int
    private var count = 0

    /// The most bytes that one column of a unit adds: a blank run and a painted one, of at most
    /// `!`, six digits and the sixel.
    private static let bytesPerColumn = 16
    /// What a unit adds besides: `$`, a register and the last run, and room for a whole word.
    private static let bytesPerUnit = 24

    /// A buffer for bands of `width` columns.
    init(width: Int) {
        // Each of the band's pixels may be a unit of its own.
        capacity = width * 6 * (Self.bytesPerColumn + Self.bytesPerUnit)
        unsafe bytes = .allocate(capacity: capacity)
    }

    deinit { unsafe bytes.deallocate() }

    /// Adds what was written since ``clear()``.
    func append(to other: inout [UInt8]) {
        unsafe other.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
    }

    /// Begins a band.
    mutating func clear() { count = 0 }

    /// Makes sure that a unit of some columns can be written: until the next call, at most two runs a
    /// column, one more, a carriage return and a register.
    mutating func reserve(columns: Int) {
        precondition(count + columns * Self.bytesPerColumn + Self.bytesPerUnit <= capacity)
    }

    /// Goes back to the band's first column.
    @inline(__always)
    mutating func carriageReturn() { append(UInt8(ascii: "$")) }

    /// Chooses the colour of what follows.
    @inline(__always)
    mutating func select(_ register: UInt8) {
        append(UInt8(ascii: "#"))
        append(number: Int(register))
    }

    /// Paints `columns` alike, at most 2^18: bit `r` of `bits` is the pixel in the band's row `r`.
    @inline(__always)
    mutating func run(_ columns: Int, _ bits: UInt8) {
        let sixel = bits &+ UInt8(ascii: "?")
        if columns > 3 {
            append(UInt8(ascii: "!"))
            append(number: columns)
            append(sixel)
        } else {
            // A whole word is written and only its first bytes kept.
            unsafe UnsafeMutableRawPointer(bytes + count).storeBytes(
                of: UInt32(sixel) &* 0x0101_0101, as: UInt32.self)
            count &+= columns
        }
    }

    @inline(__always)
    private mutating func append(number: Int) {
        let number = UInt32(truncatingIfNeeded: number)
        if number >= 100 {
            if number >= 1000 { append(thousands: number / 1000) }
            append(digit: number / 100 % 10)
        }
        if number >= 10 { append(digit: number / 10 % 10) }
        append(digit: number % 10)
    }

    private mutating func append(thousands: UInt32) { append(number: Int(thousands)) }

    @inline(__always)
    private mutating func append(digit: UInt32) {
        append(UInt8(truncatingIfNeeded: UInt32(UInt8(ascii: "0")) &+ digit))
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8) {
        unsafe bytes[count] = byte
        count &+= 1
    }
}
