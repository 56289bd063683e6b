internal import Imaging
internal import Screen

/// What an uncovered xterm redraws from its images is made to be the picture again.
extension PixelLayer {
    /// How long after the last overlay the picture is settled.
    nonisolated static let rest = Duration.milliseconds(150)
    /// How many fillers are sent between two answers.
    nonisolated private static let fillersAtOnce = 2

    /// How long to wait before ``settle(_:traits:)``, or nil when there is nothing to settle.
    nonisolated func settlingDelay(traits: PixelTraits, target: PixelTarget?) -> Duration? {
        guard traits.hasImageSlots, let target, let picture else { return nil }
        guard traits.keepsOrder(target) else { return picture.unsettled.isEmpty ? nil : Self.rest }
        return switch slots.order {
        case .spare: nil
        case .overflowed: Self.rest
        case .filling: .zero
        case .filled: picture.unsettled.isEmpty ? nil : Self.rest
        }
    }

    /// Goes on settling: fillers, then one overlay that holds everything; again while
    /// ``settlingDelay(traits:target:)`` says so.
    nonisolated mutating func settle(_ target: PixelTarget, traits: PixelTraits) -> PixelPlan {
        guard let picture, picture.shows(target),
            settlingDelay(traits: traits, target: target) != nil
        else { return PixelPlan() }
        let isMostlyWorn = picture.worn.pixelCount > picture.base.indices.count / 2
        guard traits.keepsOrder(target), !isMostlyWorn else { return paint(target, traits) }
        return slots.order == .filled ? gather(target, traits) : fill(target, traits)
    }

    /// Sends some fillers; after the last, everything is one overlay, or painted anew when the
    /// fillers were to drive out other programs' images and have driven out the photo's too.
    nonisolated private mutating func fill(
        _ target: PixelTarget, _ traits: PixelTraits
    ) -> PixelPlan {
        let image = ImageWriter(target: target, traits: traits)
        let count = slots.takeFillers(
            atMost: Self.fillersAtOnce, lastRow: traits.screen.rows - 1)
        var plan = PixelPlan()
        if slots.order == .filled {
            if !slots.areOwn {
                slots.own()
                plan = paint(target, traits)
            } else {
                plan = gather(target, traits)
            }
        }
        plan.scrollOut =
            CursorText.save + image.fillers(count) + CursorText.restore
            + plan.scrollOut
        return plan
    }

    /// Gathers in one overlay everything that differs from the picture's first image, and the pixels
    /// restored since the last time.
    nonisolated private mutating func gather(
        _ target: PixelTarget, _ traits: PixelTraits
    ) -> PixelPlan {
        guard var picture else { return PixelPlan() }
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
