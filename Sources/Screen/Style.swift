package import Imaging

/// How a cell's character looks; a nil colour is the terminal's own.
package struct Style: Hashable, Sendable {
    package var foreground: RGBColor?
    package var background: RGBColor?
    package var attributes: Attributes

    /// A style; by default the terminal's own colours.
    package init(
        foreground: RGBColor? = nil, background: RGBColor? = nil, attributes: Attributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// What a terminal can do to a character besides colouring it.
    package struct Attributes: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8

        /// Attributes from their bits.
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let bold = Attributes(rawValue: 1)
        package static let dim = Attributes(rawValue: 2)
        package static let underline = Attributes(rawValue: 4)
        package static let reverse = Attributes(rawValue: 8)
    }
}
