/// A terminal's answer to a question about itself.
///
/// Sequences are those of XTerm Control Sequences (Moy, Gildea, Dickey), "Functions using CSI".
nonisolated package enum TerminalAnswer: Hashable, Sendable {
    /// DA1, `CSI ? … c`: the attributes, of which 4 is sixel.
    case primaryAttributes([Int])
    /// DA2, `CSI > … c`: type, version, hardware.
    case secondaryAttributes([Int])
    /// XTVERSION, `DCS > | text ST`.
    case version(String)
    /// DECRPM, `CSI ? mode ; state $ y`.
    case mode(Int, ModeState)
    /// XTSMGRAPHICS, `CSI ? item ; status ; values S`: item 1 is registers and 2 the sixel geometry,
    /// status 0 success.
    case graphics(item: Int, status: Int, values: [Int])
    /// XTWINOPS, `CSI kind ; height ; width t`: 4 the text area's pixels, 6 a cell's, 8 its cells.
    case window(kind: Int, height: Int, width: Int)
    /// DSR, `CSI 0 n`: everything sent before the question has been dealt with.
    case ready
}
