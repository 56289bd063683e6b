internal import Imaging
internal import Screen

extension PixelTraits {
    /// Whether the terminal draws an image of this extent.
    nonisolated func fits(_ rect: PixelRect) -> Bool {
        guard let largestImage else { return true }
        return rect.endX <= largestImage.width && rect.endY <= largestImage.height
    }

    /// Whether a picture can be kept whole by the order of ``ImageSlots``: its photo is one image
    /// that begins below row 0, and an image from row 0 reaches its end.
    nonisolated func keepsOrder(_ target: PixelTarget) -> Bool {
        hasImageSlots && target.rect.row >= 1
            && fits(
                PixelRect(
                    width: target.canvas.width,
                    height: target.canvas.height + target.rect.row * cell.height))
    }

    /// The parts of a canvas that are drawn one by one: whole cells, each within the largest image.
    nonisolated func tiles(of canvas: PixelRect) -> [PixelRect] {
        guard let largestImage, !fits(canvas) else { return [canvas] }
        let width = max(cell.width, largestImage.width / cell.width * cell.width)
        let height = max(cell.height, largestImage.height / cell.height * cell.height)
        return stride(from: 0, to: canvas.height, by: height).flatMap { y in
            stride(from: 0, to: canvas.width, by: width).map { x in
                PixelRect(x: x, y: y, width: width, height: height).intersection(canvas)
            }
        }
    }
}
