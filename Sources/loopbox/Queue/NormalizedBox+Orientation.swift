import Annotations

nonisolated extension NormalizedBox {
    /// The box in the stored frame, of one in the upright view.
    func stored(_ orientation: ImageOrientation) -> NormalizedBox {
        turned { orientation.stored(x: $0, y: $1, stored: Self.unit) }
    }

    /// The box in the upright view, of one in the stored frame.
    func upright(_ orientation: ImageOrientation) -> NormalizedBox {
        turned { orientation.view(x: $0, y: $1, stored: Self.unit) }
    }

    private static let unit = PixelSize(width: 1, height: 1)

    /// The box between where two opposite corners go.
    private func turned(
        _ place: (_ x: Double, _ y: Double) -> (x: Double, y: Double)
    ) -> NormalizedBox {
        let (one, other) = (place(minimumX, minimumY), place(maximumX, maximumY))
        return NormalizedBox(
            minimumX: min(one.x, other.x), minimumY: min(one.y, other.y),
            maximumX: max(one.x, other.x), maximumY: max(one.y, other.y))
    }
}
