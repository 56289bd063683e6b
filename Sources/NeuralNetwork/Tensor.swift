/// Numbers in row-major order under a shape.
package struct Tensor: Equatable, Sendable {
    /// The extents, outermost first; a scalar has none.
    package let shape: [Int]
    /// As many as the product of the extents.
    package var elements: [Float]

    /// A tensor; nil when the number of elements is not what the shape says.
    package init?(shape: [Int], elements: [Float]) {
        guard Self.count(of: shape) == elements.count else { return nil }
        self.shape = shape
        self.elements = elements
    }

    /// A tensor of one value throughout; nil when an extent is negative or there would be too many.
    package init?(shape: [Int], repeating value: Float) {
        guard let count = Self.count(of: shape) else { return nil }
        self.shape = shape
        elements = [Float](repeating: value, count: count)
    }

    /// How many elements a shape has; nil when an extent is negative or the number overflows.
    package static func count(of shape: [Int]) -> Int? {
        var count = 1
        for extent in shape {
            guard extent >= 0 else { return nil }
            let (product, overflows) = count.multipliedReportingOverflow(by: extent)
            guard !overflows else { return nil }
            count = product
        }
        return count
    }
}
