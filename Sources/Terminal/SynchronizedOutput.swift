/// Output that the terminal shows at once when it is whole (mode 2026).
nonisolated enum SynchronizedOutput {
    /// The bytes between the mode's beginning and its end.
    static func wrap(_ bytes: [UInt8]) -> [UInt8] {
        Array("\u{1B}[?2026h".utf8) + bytes + Array("\u{1B}[?2026l".utf8)
    }
}
