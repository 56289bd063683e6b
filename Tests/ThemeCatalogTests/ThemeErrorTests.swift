import Foundation
import Testing
import ThemeCatalog

@Suite struct ThemeErrorTests {
    private let dark: String = {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return (try? String(contentsOf: root.appending(path: "Themes/dark.toml"), encoding: .utf8))
            ?? ""
    }()

    private func load(_ text: String) throws {
        _ = try ThemeCatalog.load(contentsOf: Array(text.utf8), source: "mine.toml")
    }

    @Test func everyKeyIsRequired() throws {
        let keys = dark.split(separator: "\n").compactMap { line in
            line.contains(" = ") && !line.hasPrefix("#") ? line.split(separator: " ").first : nil
        }
        #expect(keys.count == 19)
        for key in keys {
            let without = dark.replacingOccurrences(of: "\n\(key) =", with: "\nextra-\(key) =")
            let full = key == "colors" ? "classes.colors" : String(key)
            let raised = #expect(throws: ThemeError.self) { try load(without) }
            let expected: Set<ThemeError?> = [
                .missingKey(source: "mine.toml", key: full),
                .unknownKey(source: "mine.toml", key: "classes.extra-colors"),
            ]
            #expect(expected.contains(raised))
        }
    }

    @Test func anUnknownKeyIsNamed() {
        #expect(throws: ThemeError.unknownKey(source: "mine.toml", key: "boarder")) {
            try load("boarder = \"#ffffff\"\n" + dark)
        }
    }

    @Test(arguments: ["\"blue\"", "\"#12345\"", "\"#12345g\"", "12", "[]", "\"＃112233\""])
    func aBadColourIsNamed(value: String) {
        let text = dark.replacingOccurrences(of: "accent = \"#82b4f5\"", with: "accent = \(value)")
        #expect(text != dark)
        let expected = ThemeError.wrongValue(
            source: "mine.toml", key: "accent", expected: "a colour written \"#rrggbb\"")
        #expect(throws: expected) { try load(text) }
    }

    @Test func badClassColoursAreNamedByPosition() {
        let expected = ThemeError.wrongValue(
            source: "mine.toml", key: "classes.colors[2]", expected: "a colour written \"#rrggbb\"")
        #expect(throws: expected) {
            try load(dark.replacingOccurrences(of: "\"#aa9b66\"", with: "7"))
        }
    }

    @Test func malformedTextNamesTheLine() throws {
        let raised = #expect(throws: ThemeError.self) { try load("name = \"x\"\ntext == 3\n") }
        guard case .malformed("mine.toml", line: 2, _, _) = raised else {
            Issue.record("unexpected \(String(describing: raised))")
            return
        }
    }

    @Test func anUnknownNameListsTheKnown() {
        let raised = #expect(throws: ThemeError.self) { try ThemeCatalog.load(name: "sepia") }
        #expect(raised?.description.contains("dark or light") == true)
    }

    @Test func anythingElseThrowsAndNeverTraps() {
        let inputs: [[UInt8]] = [
            [], [0xFF, 0xFE], Array("a = 1\u{0}".utf8), [UInt8](repeating: 35, count: 70_000),
            Array(String(repeating: "a=[", count: 9_000).utf8),
        ]
        for input in inputs {
            #expect(throws: ThemeError.self) { try ThemeCatalog.load(contentsOf: input) }
        }
    }

    @Test func mutatedBytesNeverTrap() {
        var state: UInt64 = 7
        for _ in 0..<400 {
            var bytes = Array(dark.utf8)
            for _ in 0..<4 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 24)
            }
            _ = try? ThemeCatalog.load(contentsOf: bytes)
        }
    }
}
