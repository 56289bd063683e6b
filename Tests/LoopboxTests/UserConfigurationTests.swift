import Screen
import Testing
import Workbench

@testable import loopbox

@Suite struct UserConfigurationTests {
    private let files = TemporaryDirectory()

    @Test func aChordThatCouldNeverBeFinishedIsRefused() throws {
        for (text, key) in [
            ("[keys.review]\n\"d d\" = \"delete\"", "dd"),
            ("[keys.drawing]\n\"Space z h\" = \"pan-left\"", "Space z h"),
            ("[keys.review]\n\"n\" = \"next-image\"\n\"n n\" = \"hint\"", "nn"),
        ] {
            let error = #expect(throws: ConfigurationError.self) {
                try UserConfiguration(text, source: "config.toml")
            }
            #expect(error?.description.contains("\"\(key)\" never comes about") == true)
        }
    }

    @Test func chordsThatCanBeFinishedAreBound() throws {
        let configuration = try UserConfiguration(
            "[keys.review]\n\"z d\" = \"delete\"", source: "config.toml")
        let keys = try #require(KeySequence("z d")).keys
        #expect(configuration.keymap.resolve(keys, in: .review) == .action(.delete))
        #expect(configuration.keymap.resolve(Array(keys.prefix(1)), in: .review) == .chord)
    }

    @Test func settingsAreShortTexts() throws {
        let path = try files.write(String(repeating: "#", count: 65_537), to: "config.toml")
        let error = #expect(throws: ConfigurationError.self) {
            try UserConfiguration.text(at: path)
        }
        #expect(error?.description == "\(path): longer than the 65536 bytes allowed; shorten it")
    }
}
