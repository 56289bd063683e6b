/// A corner between stored pixels: `x` from 0 to the image's width, `y` from 0 to its height.
package struct PixelPoint: Hashable, Sendable {
    package var x: Int
    package var y: Int

    /// A corner.
    package init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}
