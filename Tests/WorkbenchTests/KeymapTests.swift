import Foundation
import Screen
import Testing
import Workbench

/// The one table behind keys, help, palette and README.
@Suite struct KeymapTests {
    @Test func everyActionOfTheReviewScreenHasAKey() {
        let without = Action.allCases.filter { action in
            KeyContext.allCases.allSatisfy { Keymap.standard.keys(for: action, in: $0).isEmpty }
        }
        // Declining is the last row of the skip question, and a command.
        #expect(without == [.decline])
    }

    @Test func noChordHidesBehindAShorterBinding() {
        for context in KeyContext.allCases {
            let bindings = Keymap.standard.bindings.filter { $0.context == context }
            for binding in bindings {
                #expect(!bindings.contains { binding.keys.continues($0.keys.keys) })
                #expect(bindings.filter { $0.keys == binding.keys }.count == 1)
            }
        }
    }

    @Test func keySequencesReadAsTheyAreWritten() {
        for binding in Keymap.standard.bindings {
            let text = binding.keys.keys.map(\.name).joined(separator: " ")
            #expect(KeySequence(text) == binding.keys)
        }
        #expect(KeySequence("Ctrl+") == nil)
        #expect(KeySequence("") == nil)
    }

    @Test func theUsersBindingsWin() {
        let own = Keymap.table(.review, "n next-image")
        let keymap = Keymap.standard.overlaid(by: own)
        #expect(keymap.resolve([.character("n")], in: .review) == .action(.nextImage))
        #expect(keymap.resolve([.character("a")], in: .review) == .action(.submit))
    }
}

extension KeymapTests {
    @Test func theREADMEsTableIsTheKeymaps() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../README.md").standardizedFileURL
        let text = try String(contentsOf: file, encoding: .utf8)
        let parts = text.components(separatedBy: "<!-- keys -->\n")
        let rest = try #require(parts.last?.components(separatedBy: "<!-- /keys -->"))
        try #require(parts.count == 2 && rest.count == 2)
        guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
            let table = Keymap.standard.markdown + "\n"
            try (parts[0] + "<!-- keys -->\n" + table + "<!-- /keys -->" + rest[1])
                .write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded the README's keys; run again without RECORD")
            return
        }
        #expect(rest[0] == Keymap.standard.markdown + "\n")
    }
}

extension KeymapTests {
    @Test(arguments: Keymap.profileNames)
    func aProfileShowsOnlyKeysThatWork(name: String) throws {
        let keymap = try #require(Keymap.profile(name))
        for action in Action.allCases {
            for keys in keymap.keys(for: action) {
                #expect(keymap.resolve(keys.keys, in: .review) == .action(action))
            }
        }
        #expect(!keymap.keys(for: .submit).isEmpty)
        #expect(!keymap.keys(for: .delete).isEmpty)
    }
}
