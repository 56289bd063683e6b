/// What the anchors of a batch are to find.
package struct MultiBoxTargets: Equatable, Sendable {
    /// (N, A): class + 1, 0 for a negative, below 0 for an anchor without a part.
    package var classes: [Int32]
    /// (N, 4A): centre x, centre y, width and height from the anchor's, by the variances; 0 unless positive.
    package var locations: [Float]
    /// How many anchors each image has.
    package let anchorCount: Int

    /// Targets by which no anchor has a part.
    package init(imageCount: Int, anchorCount: Int) {
        self.anchorCount = anchorCount
        classes = [Int32](repeating: -1, count: imageCount * anchorCount)
        locations = [Float](repeating: 0, count: imageCount * anchorCount * 4)
    }
}
