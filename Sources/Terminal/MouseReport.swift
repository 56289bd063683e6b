package import Screen

/// A mouse report as it came: `CSI < button ; x ; y M` or `m` (SGR, modes 1006 and 1016).
nonisolated package struct MouseReport: Hashable, Sendable {
    /// The button's bits: 0–2 the button, 4 Shift, 8 Meta, 16 Control, 32 motion, 64 the wheel.
    package var button: Int
    /// From 1; cells or, in mode 1016, pixels.
    package var x: Int
    package var y: Int
    package var isRelease: Bool

    /// A report.
    package init(button: Int, x: Int, y: Int, isRelease: Bool) {
        self.button = button
        self.x = x
        self.y = y
        self.isRelease = isRelease
    }

    /// What the mouse did, or nil for what no part of the program knows (buttons beyond the third).
    package var action: MouseEvent.Action? {
        if button & 128 != 0 { return nil }
        if button & 64 != 0 { return wheel }
        let pressed: MouseEvent.Button? =
            switch button & 3 {
            case 0: .left
            case 1: .middle
            case 2: .right
            default: nil
            }
        if button & 32 != 0 { return pressed.map { .drag($0) } ?? .move }
        return pressed.map { isRelease ? .release($0) : .press($0) }
    }

    private var wheel: MouseEvent.Action? {
        switch button & 3 {
        case 0: isRelease ? nil : .wheelUp
        case 1: isRelease ? nil : .wheelDown
        default: nil
        }
    }
}
