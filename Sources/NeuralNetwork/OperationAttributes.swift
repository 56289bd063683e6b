/// MXNet's `Convolution` in two dimensions; pairs are (vertical, horizontal).
package struct Convolution: Hashable, Sendable {
    package var filters: Int
    package var kernel: Extent
    package var stride: Extent
    package var padding: Extent
    /// 1 is an ordinary convolution.
    package var dilation: Extent
    package var groups: Int
    package var hasBias: Bool
}

/// Two numbers of pixels.
package struct Extent: Hashable, Sendable {
    package var vertical: Int
    package var horizontal: Int

    /// An extent.
    package init(_ vertical: Int, _ horizontal: Int) {
        self.vertical = vertical
        self.horizontal = horizontal
    }
}

/// MXNet's `BatchNorm` over axis 1.
package struct BatchNormalization: Hashable, Sendable {
    package var epsilon: Double
    /// The share of the running statistics that a batch leaves in place.
    package var momentum: Double
    /// Gamma counts as 1 whatever the file says, and gets no gradient.
    package var fixesGamma: Bool
    /// The running statistics are used in training too.
    package var usesGlobalStatistics: Bool
}

/// MXNet's `Pooling` in two dimensions.
package struct Pooling: Hashable, Sendable {
    /// What becomes of a window.
    package enum Kind: Hashable, Sendable { case maximum, average }
    package var kind: Kind
    package var kernel: Extent
    package var stride: Extent
    package var padding: Extent
    /// The last window may reach over the edge (`full`), else it is left out (`valid`).
    package var roundsUp: Bool
    /// One window as large as the input, whatever the kernel.
    package var isGlobal: Bool
    /// Whether padding counts in an average.
    package var countsPadding: Bool
}

/// What the gradients of a loss are divided by.
package enum LossNormalization: Hashable, Sendable {
    case none
    case batch
    /// The elements that count: labels other than the ignored, or losses above a threshold.
    case valid
}

/// MXNet's `SoftmaxOutput` over axis 1.
package struct SoftmaxOutput: Hashable, Sendable {
    package var gradientScale: Double
    /// The label that has no part in the loss; nil when all have.
    package var ignoredLabel: Double?
    package var normalization: LossNormalization
}

/// MXNet's `MakeLoss`.
package struct MakeLoss: Hashable, Sendable {
    package var gradientScale: Double
    package var normalization: LossNormalization
    /// Elements above it count as valid.
    package var validThreshold: Double
}

/// Attributes of `_contrib_MultiBoxPrior` (contract §7.4).
package struct MultiBoxPriorAttributes: Hashable, Sendable {
    /// Fractions of the image.
    package var sizes: [Double]
    package var ratios: [Double]
    /// Distance of cells as a fraction of the image; -1 divides the image evenly.
    package var verticalStep: Double
    package var horizontalStep: Double
    /// Where in a cell the centre lies, as a fraction of the cell.
    package var verticalOffset: Double
    package var horizontalOffset: Double
    package var clips: Bool

    /// How many anchors every cell of the map has.
    package var anchorsPerCell: Int { sizes.count - 1 + ratios.count }
}

/// Attributes of `_contrib_MultiBoxTarget` (contract §7.5).
package struct MultiBoxTargetAttributes: Hashable, Sendable {
    package var overlapThreshold: Double
    package var ignoredLabel: Double
    /// Negatives for each positive; below 0 all anchors that match nothing are negatives.
    package var negativeMiningRatio: Double
    package var negativeMiningThreshold: Double
    /// Of centre x, centre y, width and height.
    package var variances: [Double]
}

/// Attributes of `_contrib_MultiBoxDetection` (contract §7.7).
package struct MultiBoxDetectionAttributes: Hashable, Sendable {
    package var threshold: Double
    package var clips: Bool
    package var backgroundClass: Int
    package var suppressionThreshold: Double
    /// Boxes suppress those of other classes too.
    package var suppressesAcrossClasses: Bool
    package var variances: [Double]
    /// How many of the best take part in suppression; -1 is all.
    package var topCount: Int
}
