/// Finds the colour that is nearest by squared distance.
///
/// Colours are kept in the order of their green, so that a search from a colour's own green outwards
/// ends as soon as green alone is farther than the best.
struct NearestColor {
    private struct Entry {
        var red: Int32
        var green: Int32
        var blue: Int32
        var position: UInt8
    }

    private let entries: [Entry]
    /// The first entry whose green is at least a level.
    private let firstOfGreen: [Int]

    /// A search among 1 to 256 colours.
    init(_ colors: [RGBColor]) {
        let entries = colors.enumerated().map { position, color in
            Entry(
                red: Int32(color.red), green: Int32(color.green), blue: Int32(color.blue),
                position: UInt8(truncatingIfNeeded: position))
        }.sorted { ($0.green, $0.position) < ($1.green, $1.position) }
        self.entries = entries
        var next = 0
        firstOfGreen = (0..<256).map { level in
            while next < entries.count, entries[next].green < level { next += 1 }
            return next
        }
    }

    /// The position of the nearest colour to one of levels 0 to 255.
    func position(of color: SIMD4<Int32>) -> UInt8 {
        let middle = firstOfGreen[Int(color.y)]
        var best = Int32.max
        var found: UInt8 = 0
        for index in middle..<entries.count
        where !update(&best, &found, entries[index], color) { break }
        for index in stride(from: middle - 1, through: 0, by: -1)
        where !update(&best, &found, entries[index], color) { break }
        return found
    }

    /// Takes the entry if it is nearer; false when its green alone is farther than the best.
    @inline(__always)
    private func update(
        _ best: inout Int32, _ found: inout UInt8, _ entry: Entry, _ color: SIMD4<Int32>
    ) -> Bool {
        let green = entry.green &- color.y
        if green &* green >= best { return false }
        let red = entry.red &- color.x
        let blue = entry.blue &- color.z
        let error = red &* red &+ green &* green &+ blue &* blue
        if error < best {
            best = error
            found = entry.position
        }
        return true
    }
}
