/// What is sent so that a pane's pixels are up, in the order of its members, with the frame's cells
/// between the first two.
nonisolated struct PixelPlan: Hashable, Sendable {
    /// Moves the images that are up out of xterm's reach.
    var scrollOut: [UInt8] = []
    /// The rows whose text that destroys, to be written again.
    var spoiledRows: Range<Int>?
    /// Blanks the places of the last picture that this one leaves free.
    var blanks: [CellBlank] = []
    /// The images, each with the cursor put in its place.
    var images: [UInt8] = []

    /// Whether there is nothing to send.
    var isEmpty: Bool { scrollOut.isEmpty && blanks.isEmpty && images.isEmpty }
}
