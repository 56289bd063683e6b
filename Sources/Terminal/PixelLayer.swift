internal import Imaging
internal import Screen

/// Decides what to send so that the pixels on the screen become those of the frame.
///
/// It knows what is up and reads no terminal: each step is told what should be and returns what to
/// send. Text and pixels wipe each other cell by cell, so it is also told of every drawing of text.
nonisolated struct PixelLayer: Sendable {
    /// The picture that is up.
    struct Picture: Sendable {
        var rect: CellRect
        var identity: Int
        /// What the terminal holds as the picture's first image.
        var base: IndexedCanvas
        /// What is on the screen, but for ``lost``.
        var canvas: IndexedCanvas
        /// Where text stood over the picture in the frame before.
        var covers: [PixelRect] = []
        /// Pixels that text has wiped from the screen.
        var lost = DirtyRegion()
        /// Pixels that text has wiped from the terminal's copy of the first image.
        var worn = DirtyRegion()
        /// Pixels sent by overlays since everything was last in one of them.
        var unsettled = DirtyRegion()
    }

    var picture: Picture?
    var slots = ImageSlots()
    /// The rectangle in which pixels may be left that no picture accounts for.
    var stained: CellRect?

    /// Notes that a frame's cells were drawn without its pixels: text wiped them where it is now.
    mutating func textDrawn(for target: PixelTarget?) {
        guard let target, let whole = picture?.canvas.bounds, picture?.rect == target.rect else {
            return screenDoubted()
        }
        for cover in target.covers { picture?.lost.form(union: cover.intersection(whole)) }
    }

    /// Notes that the terminal's screen and its images are gone or not ours any more.
    mutating func screenErased() {
        picture = nil
        stained = nil
    }

    /// Notes that pixels may be missing from the screen, though nothing of ours wiped them.
    mutating func screenDoubted() {
        stained = picture?.rect ?? stained
        picture = nil
    }

    /// What to send, with the frame's cells, so that the target is up; nil for no pane.
    mutating func plan(for target: PixelTarget?, traits: PixelTraits) -> PixelPlan {
        guard let target else {
            screenDoubted()
            // The cells that were the pane's are written as text, which wipes it.
            stained = nil
            return PixelPlan()
        }
        guard let picture, picture.shows(target) else { return paint(target, traits) }
        return update(target, traits)
    }
}

extension PixelLayer.Picture {
    /// Whether the target is the same picture with other pixels at most.
    nonisolated func shows(_ target: PixelTarget) -> Bool {
        rect == target.rect && identity == target.identity
            && canvas.width == target.canvas.width && canvas.height == target.canvas.height
            && canvas.palette == target.canvas.palette
    }
}

extension DirtyRegion {
    /// Adds the pixels of a rectangle.
    nonisolated mutating func form(union rect: PixelRect) {
        if !rect.isEmpty { self = union(DirtyRegion(rect)) }
    }
}
