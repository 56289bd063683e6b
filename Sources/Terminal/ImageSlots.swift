/// Which images xterm remembers, and so redraws when its window is uncovered.
///
/// It has 16 places; when all are taken, a new image takes that of the one whose top row is the
/// highest on the screen (`get_new_graphic` in its graphics.c). The photo begins below row 0 and each
/// overlay in row 0, so that the photo stays. While there are places to spare nothing is forgotten.
/// After that all but one of the overlays are replaced by fillers, one-pixel images in the last row,
/// and each further overlay takes the place of the one before. A filler costs xterm milliseconds, so
/// they are sent when the screen is at rest. Scrolling moves all images alike, even when only two
/// rows of text scroll: out of the screen they are the first to be replaced.
nonisolated struct ImageSlots: Hashable, Sendable {
    /// What an overlay costs.
    enum Order: Hashable, Sendable {
        /// So many may come before one is forgotten.
        case spare(Int)
        /// Some have been forgotten.
        case overflowed
        /// So many fillers are still to be sent.
        case filling(Int)
        /// Only the last one is remembered.
        case filled
    }

    static let count = 16
    /// The places counted on while images of other programs may hold some.
    private static let cautiousSpare = 11

    private(set) var order = Order.overflowed
    /// Whether all the images are the program's own.
    private(set) var areOwn = false
    /// The rows in which the photo and the fillers begin, nil for none known.
    private var photoRow: Int?
    private var fillerRow: Int?

    /// Makes room for a photo; by how many rows to scroll.
    mutating func replacePhoto(with row: Int, lastRow: Int) -> Int {
        defer { photoRow = row }
        switch (order, photoRow, fillerRow) {
        case (.filled, let photoRow?, let fillerRow?) where fillerRow - photoRow > row + 1:
            self.fillerRow = fillerRow - (photoRow + 1)
            return photoRow + 1
        default:
            // Out of the screen with the whole of them: they are not replaced at once.
            order = .spare(spare)
            return lastRow + 1
        }
    }

    /// Counts an overlay.
    mutating func addOverlay() {
        guard case .spare(let count) = order else { return }
        order = count > 0 ? .spare(count - 1) : .overflowed
    }

    /// Takes the next fillers, at most `limit`; how many to send.
    mutating func takeFillers(atMost limit: Int, lastRow: Int) -> Int {
        if order == .overflowed { order = .filling(areOwn ? Self.count - 2 : Self.count) }
        guard case .filling(let count) = order else { return 0 }
        let sent = min(count, limit)
        order = count > sent ? .filling(count - sent) : .filled
        fillerRow = lastRow
        return sent
    }

    /// Notes that fillers hold every place: no image of other programs is left, and none of ours.
    mutating func own() {
        self = ImageSlots()
        areOwn = true
    }

    private var spare: Int { areOwn ? Self.count - 1 : Self.cautiousSpare }
}
