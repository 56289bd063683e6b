/// What xterm shows and remembers: an oracle for what is sent to it, written from its graphics.c and
/// graphics_sixel.c (patch 379).
///
/// Text writes wipe images cell by cell, from the screen and from the 16 images that are remembered;
/// an uncovered window shows what the images alone give.
struct XtermModel {
    /// A remembered image: colours by pixel, nil where nothing was painted.
    struct Image {
        var row: Int
        var column: Int
        var width: Int
        var height: Int
        var pixels: [Int?]
        var identifier: Int
    }

    let columns: Int
    let rows: Int
    let cellWidth: Int
    let cellHeight: Int
    /// Colours on the screen by pixel, nil where text is.
    private(set) var screen: [Int?]
    private var places: [Image?] = Array(repeating: nil, count: 16)
    private var images = 0
    private var cursor = (row: 0, column: 0)
    private var saved = (row: 0, column: 0)
    private var region: Range<Int>
    /// Whether anything was drawn in the last row, where the screen would have scrolled.
    private(set) var hasTouchedLastRow = false

    init(columns: Int, rows: Int, cellWidth: Int, cellHeight: Int) {
        self.columns = columns
        self.rows = rows
        self.cellWidth = cellWidth
        self.cellHeight = cellHeight
        screen = Array(repeating: nil, count: columns * cellWidth * rows * cellHeight)
        region = 0..<rows
    }

    var width: Int { columns * cellWidth }
    var height: Int { rows * cellHeight }

    /// What the window shows after it was covered and uncovered.
    var uncovered: [Int?] {
        var shown = [Int?](repeating: nil, count: width * height)
        for image in places.compactMap(\.self).sorted(by: { $0.identifier < $1.identifier }) {
            draw(image, on: &shown)
        }
        return shown
    }

    /// Covers and uncovers the window.
    mutating func uncover() { screen = uncovered }

    /// Takes what a program sends: CUP, DECSTBM, SU, DECSC, DECRC, SGR, blanks and sixel images.
    mutating func take(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            guard byte == 0x1B else {
                writeText(columns: 1)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "7"): saved = cursor
            case UInt8(ascii: "8"): cursor = saved
            case UInt8(ascii: "["): takeControl(&rest)
            case UInt8(ascii: "P"): takeImage(&rest)
            default: break
            }
        }
    }

    /// Text written over cells.
    mutating func write(column: Int, row: Int, columns: Int) {
        cursor = (row, column)
        writeText(columns: columns)
    }

    private mutating func writeText(columns count: Int) {
        wipe(
            x: cursor.column * cellWidth, y: cursor.row * cellHeight, width: count * cellWidth,
            height: cellHeight)
        cursor.column += count
    }

    private mutating func wipe(x: Int, y: Int, width count: Int, height lines: Int) {
        for line in y..<(y + lines) {
            for pixel in x..<(x + count) { screen[line * width + pixel] = nil }
        }
        for index in places.indices {
            guard let image = places[index] else { continue }
            let top = max(0, y - image.row * cellHeight)
            let left = max(0, x - image.column * cellWidth)
            let bottom = min(image.height, y + lines - image.row * cellHeight)
            let right = min(image.width, x + count - image.column * cellWidth)
            guard top < bottom, left < right else { continue }
            for line in top..<bottom {
                for pixel in left..<right {
                    places[index]?.pixels[line * image.width + pixel] = nil
                }
            }
        }
    }

    private mutating func takeControl(_ rest: inout ArraySlice<UInt8>) {
        let parameters = rest.prefix { $0 < 0x40 }
        rest = rest.dropFirst(parameters.count)
        let final = rest.popFirst()
        let numbers = String(decoding: parameters, as: UTF8.self).split(separator: ";").map {
            Int($0) ?? 0
        }
        switch final {
        case UInt8(ascii: "H"): cursor = (numbers[0] - 1, numbers[1] - 1)
        case UInt8(ascii: "r"):
            region = numbers.isEmpty ? 0..<rows : (numbers[0] - 1)..<numbers[1]
            cursor = (0, 0)
        case UInt8(ascii: "S"): scroll(min(numbers[0], region.count))
        default: break
        }
    }

    /// All images move, whatever the region; the region's last rows become blank.
    private mutating func scroll(_ count: Int) {
        for index in places.indices { places[index]?.row -= count }
        let kept = (region.count - count) * cellHeight * width
        let start = region.lowerBound * cellHeight * width
        let end = region.upperBound * cellHeight * width
        let moved = Array(screen[(end - kept)..<end])
        screen.replaceSubrange(start..<(start + kept), with: moved)
        for index in (start + kept)..<end { screen[index] = nil }
    }

    private mutating func takeImage(_ rest: inout ArraySlice<UInt8>) {
        let body = rest.prefix { $0 != 0x1B }
        rest = rest.dropFirst(body.count + 2)
        guard let start = body.firstIndex(of: UInt8(ascii: "q")) else { return }
        let sixel = SixelReader(body[(start + 1)...])
        let image = Image(
            row: cursor.row, column: cursor.column, width: sixel.width, height: sixel.height,
            pixels: sixel.pixels, identifier: images)
        images += 1
        if image.pixels.contains(where: { $0 != nil }),
            cursor.row * cellHeight + image.height > (rows - 1) * cellHeight
        {
            hasTouchedLastRow = true
        }
        // A free place, or that of the image whose row is the least.
        let place =
            places.firstIndex { $0 == nil }
            ?? places.indices.min { (places[$0]?.row ?? 0) < (places[$1]?.row ?? 0) }
        if let place { places[place] = image }
        draw(image, on: &screen)
    }

    private func draw(_ image: Image, on screen: inout [Int?]) {
        for y in 0..<image.height {
            let line = image.row * cellHeight + y
            guard line >= 0, line < height else { continue }
            for x in 0..<image.width {
                let column = image.column * cellWidth + x
                guard column < width, let color = image.pixels[y * image.width + x] else {
                    continue
                }
                screen[line * width + column] = color
            }
        }
    }
}
