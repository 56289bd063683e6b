/// A rectangle in fractions of something; what, its holder says.
package struct FractionalRect: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    /// All of it.
    package static let whole = FractionalRect(x: 0, y: 0, width: 1, height: 1)

    /// A rectangle.
    package init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }
}
