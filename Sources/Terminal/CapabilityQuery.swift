/// The questions put to a terminal, in one batch that DA1, which every terminal answers, ends.
nonisolated package enum CapabilityQuery {
    /// Everything, at the start.
    package static let all: [UInt8] = bytes(
        "\u{1B}[>q", "\u{1B}[>c", "\u{1B}[?1;1;0S", sizes, modes, "\u{1B}[c")

    /// What changes with the window's size.
    package static let afterResize: [UInt8] = bytes(sizes, "\u{1B}[c")

    /// The sixel area as it is, the largest image, and by XTWINOPS the text area and a cell.
    private static let sizes = "\u{1B}[?2;1;0S\u{1B}[?2;4;0S\u{1B}[14t\u{1B}[16t"

    private static let modes = TerminalCapabilities.Mode.all.map { "\u{1B}[?\($0)$p" }.joined()

    private static func bytes(_ questions: String...) -> [UInt8] { questions.flatMap(\.utf8) }
}
