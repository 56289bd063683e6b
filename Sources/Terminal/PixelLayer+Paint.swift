internal import Imaging
internal import Screen

extension PixelLayer {
    /// Puts up a picture of its own: the photo, then what is drawn over it.
    nonisolated mutating func paint(_ target: PixelTarget, _ traits: PixelTraits) -> PixelPlan {
        let usesEncoded =
            !target.encodedPhoto.isEmpty && target.covers.isEmpty
            && traits.fits(target.canvas.bounds)
            && traits.hasImageSlots == traits.keepsOrder(target)
        let base = usesEncoded ? target.photo : target.canvas
        var plan = PixelPlan()
        plan.blanks = blanks(around: target, traits)
        scrollOut(for: target, traits, into: &plan)
        let image = ImageWriter(target: target, traits: traits)
        plan.images += CursorText.save
        plan.images +=
            usesEncoded
            ? image.placed(target.encodedPhoto, column: 0, row: 0)
            : image.opaque(base, except: target.covered)
        picture = Picture(rect: target.rect, identity: target.identity, base: base, canvas: base)
        picture?.lost = target.covered
        picture?.worn = target.covered
        stained = nil
        plan.images += overlay(target, traits, isFirst: true)
        plan.images += CursorText.restore
        return plan
    }

    /// The cells of the last picture that this one does not paint over.
    nonisolated private func blanks(
        around target: PixelTarget, _ traits: PixelTraits
    ) -> [CellBlank] {
        guard let old = picture?.rect ?? stained else { return [] }
        let columns = target.canvas.width / traits.cell.width
        let rows = target.canvas.height / traits.cell.height
        return
            (max(
                old.row, target.rect.row)..<max(
                old.row, target.rect.row, min(old.endRow, target.rect.endRow)))
            .compactMap { row in
                let isPainted = row - target.rect.row < rows
                let left = target.rect.column + (isPainted ? columns : 0)
                let start = max(left, old.column)
                let end = min(target.rect.endColumn, old.endColumn)
                return start < end ? CellBlank(column: start, row: row, columns: end - start) : nil
            }
    }

    /// Makes room among xterm's images.
    nonisolated private mutating func scrollOut(
        for target: PixelTarget, _ traits: PixelTraits, into plan: inout PixelPlan
    ) {
        guard traits.hasImageSlots, traits.screen.rows >= 3 else { return }
        let last = traits.screen.rows - 1
        if !traits.keepsOrder(target) { slots = ImageSlots() }
        let count = slots.replacePhoto(with: target.rect.row, lastRow: last)
        if !traits.keepsOrder(target) { slots = ImageSlots() }
        let rows = (last - 1)..<(last + 1)
        plan.scrollOut =
            CursorText.save + CursorText.scroll(by: count, rows: rows) + CursorText.restore
        plan.spoiledRows = rows
    }
}
