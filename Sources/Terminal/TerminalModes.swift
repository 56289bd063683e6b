internal import Screen

/// The modes that the program sets, and the bytes that bring back what was found.
nonisolated enum TerminalModes {
    /// Mouse, focus and paste reports on.
    static func enter(_ options: TerminalOptions) -> [UInt8] {
        var modes = "\u{1B}[?1004;2004h"
        if options.isMouseEnabled {
            modes += options.reportsMotion ? "\u{1B}[?1003h" : "\u{1B}[?1002h"
            modes += "\u{1B}[?1006h"
        }
        return Array(modes.utf8)
    }

    /// What depends on the terminal's answers: pixels from the mouse, images at the cursor, colours
    /// that are each image's own.
    static func enter(
        _ options: TerminalOptions, knowing capabilities: TerminalCapabilities
    ) -> [UInt8] {
        guard capabilities.renderer == .sixel else { return [] }
        var modes = ""
        if options.isMouseEnabled, capabilities.hasPixelMouse { modes += "\u{1B}[?1016h" }
        if capabilities.modes[TerminalCapabilities.Mode.sixelDisplay] == .set {
            modes += "\u{1B}[?80l"
        }
        if capabilities.modes[TerminalCapabilities.Mode.privateColors] == .reset {
            modes += "\u{1B}[?1070h"
        }
        return Array(modes.utf8)
    }

    /// Every mode as it was before.
    static func leave(knowing capabilities: TerminalCapabilities) -> [UInt8] {
        var modes = "\u{1B}[?1016l\u{1B}[?1006l\u{1B}[?1003l\u{1B}[?1002l\u{1B}[?1004;2004l"
        if capabilities.modes[TerminalCapabilities.Mode.sixelDisplay] == .set {
            modes += "\u{1B}[?80h"
        }
        if capabilities.modes[TerminalCapabilities.Mode.privateColors] == .reset {
            modes += "\u{1B}[?1070l"
        }
        return Array(modes.utf8)
    }
}
