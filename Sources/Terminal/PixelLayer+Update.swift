internal import Imaging
internal import Screen

extension PixelLayer {
    /// Brings the picture that is up to the target's pixels.
    nonisolated mutating func update(_ target: PixelTarget, _ traits: PixelTraits) -> PixelPlan {
        var plan = PixelPlan()
        let images = overlay(target, traits, isFirst: false)
        if !images.isEmpty { plan.images = CursorText.save + images + CursorText.restore }
        return plan
    }

    /// One overlay of every pixel that is not as it should be.
    nonisolated mutating func overlay(
        _ target: PixelTarget, _ traits: PixelTraits, isFirst: Bool
    ) -> [UInt8] {
        guard var picture else { return [] }
        defer { self.picture = picture }
        var changed =
            picture.canvas.indices == target.canvas.indices
            ? DirtyRegion()
            : DirtyRegion.difference(between: picture.canvas, and: target.canvas)
        picture.noteUncovered(by: target)
        picture.worn = picture.worn.union(picture.lost)
        changed = changed.union(picture.lost)
        picture.lost = DirtyRegion()
        for cover in target.covers {
            picture.lost.form(union: cover)
            changed = changed.subtracting(cover)
        }
        picture.canvas = target.canvas
        let image = ImageWriter(target: target, traits: traits)
        // Where only one overlay is remembered, its place is taken even when there is nothing on it.
        let isOrdered = traits.keepsOrder(target)
        guard !changed.isEmpty else {
            return isFirst && isOrdered && slots.order == .filled ? image.emptyOverlay : []
        }
        if isOrdered { slots.addOverlay() }
        if traits.hasImageSlots, isOrdered || !isFirst {
            picture.unsettled = picture.unsettled.union(changed)
        }
        return isOrdered
            ? image.fromTop(target.canvas, changed) : image.inPlace(target.canvas, changed)
    }
}

extension PixelLayer.Picture {
    /// Counts as lost, over the picture's whole width, the rows that text no longer stands in.
    ///
    /// When ncurses blanks cells it may write those beside them as well, of the same look, because that
    /// is shorter than moving the cursor past them.
    nonisolated fileprivate mutating func noteUncovered(by target: PixelTarget) {
        for cover in covers where !target.covers.contains(cover) {
            let rows = PixelRect(x: 0, y: cover.y, width: canvas.width, height: cover.height)
            lost.form(union: rows.intersection(canvas.bounds))
        }
        covers = target.covers
    }
}
