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
