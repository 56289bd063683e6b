extension TerminfoEntry {
    /// What erases or moves cells that are not written: it would take an image's pixels along.
    nonisolated private static let erasing = [
        "el", "el1", "ed", "ech", "ich", "ich1", "smir", "rmir", "dch", "dch1", "il", "il1", "dl",
        "dl1", "ind", "ri", "indn", "rin", "csr", "rep",
    ]

    /// The entry as the program draws with it: nothing that erases cells behind an image, 24-bit
    /// colours where the terminal has them, and a size, without which ncurses does not begin.
    nonisolated func forScreen(_ depth: ColorDepth) -> TerminfoEntry {
        var entry = self
        for name in Self.erasing { entry.set(name, nil) }
        if depth == .trueColor { entry.setDirectColor() }
        entry.set("lines", 24)
        entry.set("cols", 80)
        return entry
    }

    /// What the `-direct` entries of ncurses-term say, which few systems have.
    nonisolated private mutating func setDirectColor() {
        hasDirectColor = true
        let levels = "%p1%{65536}%/%{255}%&%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d"
        set("setaf", "\u{1B}[38;2;\(levels)m")
        set("setab", "\u{1B}[48;2;\(levels)m")
        set("op", "\u{1B}[39;49m")
        for name in ["initc", "initp", "oc", "setf", "setb", "scp"] { set(name, nil) }
        set("colors", 1 << 24)
        set("pairs", 1 << 16)
        for index in booleans.indices where booleans[index].name == "ccc" {
            booleans[index].value = false
        }
    }
}
