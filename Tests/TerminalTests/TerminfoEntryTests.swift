import Testing

@testable import Terminal
import TestSupport

/// Compiled entries as ncurses' own `infocmp` reads them.
@MainActor @Suite(.serialized) struct TerminfoEntryTests {
    @Test("an entry is compiled as it was read", arguments: ["xterm-256color", "linux", "vt100"])
    func compilesWhatItRead(name: String) throws {
        let entry = try TerminfoEntry(name: name)
        #expect(capabilities(of: entry) == capabilities(of: name))
    }

    @Test func theScreensEntryErasesNothing() throws {
        let entry = try TerminfoEntry(name: "xterm-256color").forScreen(.indexed)
        let names = capabilities(of: entry).map { $0.prefix { $0 != "=" && $0 != "#" } }
        #expect(names.contains("cup") && names.contains("setaf") && names.contains("clear"))
        for erasing in ["el", "el1", "ed", "ech", "ich", "dch", "dch1", "il", "dl", "rep", "ri"] {
            #expect(!names.contains { $0 == erasing }, "\(erasing)")
        }
    }

    @Test func directColorsAreWhatNcursesExpects() throws {
        let entry = try TerminfoEntry(name: "xterm-256color").forScreen(.trueColor)
        let found = capabilities(of: entry, extended: true)
        #expect(found.contains("RGB") && found.contains("colors#0x1000000"))
        #expect(found.contains { $0.hasPrefix("setaf=\\E[38;2;%p1%{65536}%/") })
    }

    /// The capabilities that infocmp lists, without names and ncurses' extensions.
    private func capabilities(of entry: TerminfoEntry, extended: Bool = false) -> Set<String> {
        list([
            "env", "TERMINFO=\(entry.environmentValue)", "infocmp", extended ? "-1x" : "-1",
            entry.name,
        ])
    }

    private func capabilities(of name: String) -> Set<String> {
        list(["env", "-u", "TERMINFO", "infocmp", "-1", name])
    }

    private func list(_ command: [String]) -> Set<String> {
        let run = ProgramRun(command)
        #expect(run.status == 0, "\(run.text)")
        return Set(
            run.text.split(separator: "\n").filter { $0.hasPrefix("\t") }.map {
                String($0.dropFirst().dropLast())
            })
    }
}
