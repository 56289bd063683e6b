extension RGBColor {
    /// The relative luminance of WCAG 2.2, 0 for black to 1 for white, within 0.002.
    package var relativeLuminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// The contrast ratio of WCAG 2.2 with another colour, 1 to 21; text asks for 4.5.
    package func contrast(with other: RGBColor) -> Double {
        let lighter = max(relativeLuminance, other.relativeLuminance)
        let darker = min(relativeLuminance, other.relativeLuminance)
        return (lighter + 0.05) / (darker + 0.05)
    }

    /// The sRGB transfer function as a cubic, which needs no mathematics library.
    private static func linear(_ channel: UInt8) -> Double {
        let value = Double(channel) / 255
        return value * (value * (value * 0.305306011 + 0.682171111) + 0.012522878)
    }
}
