internal import CNCurses
internal import Glibc

extension CursesScreen {
    /// Makes ncurses write UTF-8, which every terminal of today reads, in locales that name no
    /// character set too (a container's, mostly).
    static func useWideCharacters() {
        setlocale(LC_CTYPE, "")
        guard let charset = nl_langinfo(CInt(CODESET)), String(cString: charset) != "UTF-8" else {
            return
        }
        setlocale(LC_CTYPE, "C.UTF-8")
    }

    /// ncurses' screen of an entry that no file holds.
    static func begin(
        _ entry: TerminfoEntry, output: UnsafeMutablePointer<FILE>,
        input: UnsafeMutablePointer<FILE>
    ) -> OpaquePointer? {
        let before = getenv("TERMINFO").map { String(cString: $0) }
        setenv("TERMINFO", entry.environmentValue, 1)
        defer {
            if let before { setenv("TERMINFO", before, 1) } else { unsetenv("TERMINFO") }
        }
        use_env(false)
        guard let screen = newterm(entry.name, output, input) else { return nil }
        if has_colors() {
            start_color()
            use_default_colors()
        }
        return screen
    }
}
