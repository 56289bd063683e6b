package import Imaging
package import Screen

/// The colours reserved for what is drawn over a photo: the first entries of every canvas's palette.
package enum CanvasInk {
    package static let surround: UInt8 = 0
    package static let shadow: UInt8 = 1
    package static let light: UInt8 = 2
    package static let crosshair: UInt8 = 3
    package static let handle: UInt8 = 4
    package static let hintText: UInt8 = 5
    package static let hintBackground: UInt8 = 6
    package static let unknownClass: UInt8 = 7
    /// Class 0; the theme's other class colours follow.
    package static let firstClass: UInt8 = 8
    /// Class colours a canvas can hold; a theme's further ones are not used.
    package static let classCount = 24

    /// The reserved colours of a theme, in the order of their indices.
    package static func palette(of theme: Theme) -> [RGBColor] {
        [
            theme.surround, theme.outlineShadow, theme.outlineLight, theme.crosshair, theme.handle,
            theme.selectionText, theme.selectionBackground, theme.mutedText,
        ] + theme.classes.prefix(classCount)
    }

    /// The index of a class's colour.
    package static func ofClass(_ id: Int?, theme: Theme) -> UInt8 {
        let count = min(theme.classes.count, classCount)
        guard let id, id >= 0, count > 0 else { return unknownClass }
        return firstClass + UInt8(id % count)
    }
}
