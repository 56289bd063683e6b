/// Which images xterm remembers, and so redraws when its window is uncovered.
///
/// It has 16 places; when all are taken, a new image takes that of the one whose top row is the
/// highest on the screen (`get_new_graphic` in its graphics.c). So the picture stays whole as long as
/// the photo begins below row 0, each overlay begins in row 0 and takes the place of the one before,
/// and the other 14 are images of one pixel in the last row. Scrolling moves all images alike, even
/// when only two rows of text scroll: out of the screen they are the first to be replaced.
nonisolated struct ImageSlots: Hashable, Sendable {
    static let count = 16

    /// The row in which the photo begins, or nil when no image of ours is up.
    private var photoRow: Int?
    /// The row that the one-pixel images have been scrolled to, or nil when others may be there.
    private var fillerRow: Int?

    /// Makes room for a photo.
    ///
    /// - Returns: how many rows to scroll, and whether one-pixel images must follow the photo.
    mutating func replacePhoto(with row: Int, lastRow: Int) -> (scroll: Int, needsFillers: Bool) {
        defer { photoRow = row }
        if let photoRow, let fillerRow, fillerRow - (photoRow + 1) > max(row, lastRow / 2) {
            self.fillerRow = fillerRow - (photoRow + 1)
            return (photoRow + 1, false)
        }
        fillerRow = lastRow
        return (lastRow + 1, true)
    }

    /// Forgets the order: images that it knows nothing of are up.
    mutating func lose() { self = ImageSlots() }
}
