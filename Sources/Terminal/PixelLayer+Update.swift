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
        picture.worn = picture.worn.union(picture.lost)
        changed = changed.union(picture.lost)
        picture.lost = DirtyRegion()
        for cover in target.covers {
            picture.lost.form(union: cover)
            changed = changed.subtracting(cover)
        }
        picture.canvas = target.canvas
        let image = ImageWriter(target: target, traits: traits)
        let isOrdered = traits.keepsOrder(target)
        // The first overlay takes its place among xterm's images even when there is nothing on it.
        guard !changed.isEmpty else { return isFirst && isOrdered ? image.emptyOverlay : [] }
        if !isFirst, traits.hasImageSlots { picture.unsettled = picture.unsettled.union(changed) }
        return isOrdered
            ? image.fromTop(target.canvas, changed) : image.inPlace(target.canvas, changed)
    }

    /// Gathers everything that differs from the picture's first image into one overlay, and with it
    /// the pixels restored since the last time: what an uncovered xterm then redraws from its images
    /// is the picture.
    nonisolated mutating func settle(traits: PixelTraits, target: PixelTarget) -> PixelPlan {
        guard var picture, isUnsettled(traits: traits), picture.shows(target) else {
            return PixelPlan()
        }
        let isMostlyWorn = picture.worn.pixelCount > picture.base.indices.count / 2
        guard traits.keepsOrder(target), !isMostlyWorn else { return paint(target, traits) }
        var pixels = DirtyRegion.difference(between: picture.base, and: picture.canvas)
            .union(picture.unsettled).union(picture.worn)
        for cover in target.covers { pixels = pixels.subtracting(cover) }
        picture.unsettled = DirtyRegion()
        self.picture = picture
        let image = ImageWriter(target: target, traits: traits)
        var plan = PixelPlan()
        plan.images =
            CursorText.save + image.fromTop(picture.canvas, pixels) + CursorText.restore
        return plan
    }
}
