/// A detector's box: corners as fractions of the image's width and height, origin top left, in
/// the stored frame, as in SageMaker's inference response.
package struct NormalizedBox: Hashable, Sendable {
    package var minimumX: Double
    package var minimumY: Double
    package var maximumX: Double
    package var maximumY: Double

    /// A box from its corners; nothing is checked, see ``isValid``.
    package init(minimumX: Double, minimumY: Double, maximumX: Double, maximumY: Double) {
        self.minimumX = minimumX
        self.minimumY = minimumY
        self.maximumX = maximumX
        self.maximumY = maximumY
    }

    /// A box of whole pixels as fractions of an image of `size`, which ``pixelBox(in:)`` turns back
    /// exactly.
    ///
    /// - Precondition: the size is not empty.
    package init(_ box: BoundingBox, in size: PixelSize) {
        let (width, height) = (Double(size.width), Double(size.height))
        self.init(
            minimumX: Double(box.left) / width, minimumY: Double(box.top) / height,
            maximumX: Double(box.right) / width, maximumY: Double(box.bottom) / height)
    }

    /// Whether every corner is a finite number and neither axis is reversed.
    package var isValid: Bool {
        [minimumX, minimumY, maximumX, maximumY].allSatisfy(\.isFinite)
            && minimumX <= maximumX && minimumY <= maximumY
    }

    /// Every corner rounded to the nearest pixel boundary of an image of `size`, then clipped to it.
    ///
    /// - Precondition: ``isValid``; corners far outside the image are clipped before rounding.
    package func pixelBox(in size: PixelSize) -> BoundingBox {
        BoundingBox(
            left: Self.pixel(minimumX, size.width), top: Self.pixel(minimumY, size.height),
            right: Self.pixel(maximumX, size.width), bottom: Self.pixel(maximumY, size.height)
        ).clipped(to: size)
    }

    private static func pixel(_ fraction: Double, _ extent: Int) -> Int {
        Int((min(max(fraction, 0), 1) * Double(extent)).rounded())
    }
}
