/// The passes over one band, in an order that needs few bytes.
///
/// A colour of many columns gets a pass of its own, the most frequent first, so that it may cross
/// the pixels of all that follow. Colours of few columns are cut where they leave long gaps, and the
/// pieces are laid one after the other into as few passes as they need.
struct SixelPasses: ~Copyable {
    /// What was written for the last band.
    private(set) var line: SixelLine
    /// Whether each colour was chosen in any band.
    private(set) var isUsed = [Bool](repeating: false, count: 256)
    /// The image's first column, counted from the band's.
    private let firstColumn: Int
    private var whole: [SixelUnit] = []
    private var pieces: [SixelUnit] = []

    /// The fewest columns that are worth a pass: of 4 to 64, this took the fewest bytes for its time.
    private static let fewestForPass = 24
    /// A gap this long costs more to cross than to choose the colour again.
    private static let longestGap = 20

    /// Room for bands of `width` columns that begin after some blank ones.
    init(width: Int, leadingColumns: Int) {
        line = SixelLine(width: width)
        firstColumn = -leadingColumns
    }

    /// Writes a band's passes.
    ///
    /// - Parameters:
    ///   - band: the pixels by colour.
    ///   - wanted: for each column, the rows that the band has; others are never painted.
    mutating func paint(_ band: borrowing SixelBand, wanted: [UInt8]) {
        collect(band)
        line.clear()
        var spared = wanted.map { ~$0 & 0x3F }
        var done = spared.mutableSpan
        var isFirst = true
        for unit in whole {
            if !isFirst { line.carriageReturn() }
            isFirst = false
            line.select(unit.color)
            _ = band.paint(unit, from: firstColumn, done: &done, line: &line)
        }
        while !pieces.isEmpty {
            if !isFirst { line.carriageReturn() }
            isFirst = false
            pass(band, done: &done)
        }
    }

    /// Paints pieces that follow one another, and keeps the others.
    private mutating func pass(_ band: borrowing SixelBand, done: inout MutableSpan<UInt8>) {
        var column = firstColumn
        var color: UInt8?
        var keptCount = 0
        for index in pieces.indices {
            let piece = pieces[index]
            guard piece.x >= column else {
                pieces[keptCount] = piece
                keptCount += 1
                continue
            }
            if color != piece.color { line.select(piece.color) }
            color = piece.color
            column = band.paint(piece, from: column, done: &done, line: &line)
        }
        pieces.removeLast(pieces.count - keptCount)
    }

    private mutating func collect(_ band: borrowing SixelBand) {
        whole.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        for color in 0..<256 where band.starts[color] < band.ends[color] {
            let start = band.starts[color]
            let end = band.ends[color]
            isUsed[color] = true
            let unit = SixelUnit(
                color: UInt8(color), x: band.columns[start].x, positions: start..<end)
            if end - start >= Self.fewestForPass { whole.append(unit) } else { cut(unit, of: band) }
        }
        whole.sort { $0.positions.count > $1.positions.count }
        pieces.sort { $0.x < $1.x }
    }

    private mutating func cut(_ unit: SixelUnit, of band: borrowing SixelBand) {
        var piece = unit
        for position in unit.positions.dropFirst() {
            let x = band.columns[position].x
            guard x - band.columns[position - 1].x > Self.longestGap else { continue }
            piece.positions = piece.positions.lowerBound..<position
            pieces.append(piece)
            piece = SixelUnit(color: unit.color, x: x, positions: position..<position)
        }
        piece.positions = piece.positions.lowerBound..<unit.positions.upperBound
        pieces.append(piece)
    }
}
