/// Reads a sixel image's data, after its `q`: colours as 0xRRGGBB in percent, nil where unpainted.
struct SixelReader {
    private(set) var width = 0
    private(set) var height = 0
    private(set) var pixels: [Int?] = []

    init(_ body: ArraySlice<UInt8>) {
        var rest = body
        var colors: [Int: Int] = [:]
        var color = 0
        var x = 0
        var y = 0
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""):
                let size = Self.numbers(&rest)
                (width, height) = (size[2], size[3])
                pixels = Array(repeating: nil, count: width * height)
            case UInt8(ascii: "#"):
                let values = Self.numbers(&rest)
                if values.count == 5 {
                    colors[values[0]] = values[2] << 16 | values[3] << 8 | values[4]
                } else {
                    color = colors[values[0]] ?? 0
                }
            case UInt8(ascii: "$"): x = 0
            case UInt8(ascii: "-"): (x, y) = (0, y + 6)
            case UInt8(ascii: "!"):
                let count = Self.numbers(&rest)[0]
                let bits = (rest.popFirst() ?? 63) - 63
                for _ in 0..<count { paint(bits, &x, y, color) }
            default: paint(byte - 63, &x, y, color)
            }
        }
    }

    private mutating func paint(_ bits: UInt8, _ x: inout Int, _ y: Int, _ color: Int) {
        for row in 0..<6 where bits & (1 << UInt8(row)) != 0 {
            pixels[(y + row) * width + x] = color
        }
        x += 1
    }

    private static func numbers(_ rest: inout ArraySlice<UInt8>) -> [Int] {
        let digits = rest.prefix { (0x30...0x3B).contains($0) }
        rest = rest.dropFirst(digits.count)
        return String(decoding: digits, as: UTF8.self).split(separator: ";").map { Int($0) ?? 0 }
    }
}
