import Foundation
import Testing

@testable import loopbox
import TestSupport

@Suite struct IntakeTests {
    private let files = TemporaryDirectory()

    @Test func imagesAreFoundInOrderAndOnce() throws {
        for name in [
            "b.JPG", "a.jpeg", "z/c.jpg", "note.txt", ".hidden.jpg", "z/.git/d.jpg", "é.jpg",
        ] {
            try files.write("", to: name)
        }
        for (link, destination) in [
            ("z/up", ".."), ("z/self", "."), ("m.jpg", "b.JPG"), ("n", "z"),
        ] {
            try FileManager.default.createSymbolicLink(
                atPath: files.path + "/" + link, withDestinationPath: destination)
        }
        let found = ImageFinder([files.path, files.path + "/z/../b.JPG"])
        let expected = ["a.jpeg", "b.JPG", "m.jpg", "z/c.jpg", "é.jpg"]
        #expect(found.paths == expected.map { files.path + "/" + $0 })
        #expect(found.problems == [])
    }

    @Test func namesThatAreNotTextAreProblems() throws {
        let bytes = Array((files.path + "/").utf8) + [0xFF, 0x2E, 0x6A, 0x70, 0x67, 0]
        let descriptor = bytes.withUnsafeBytes { buffer in
            buffer.baseAddress.map {
                open($0.assumingMemoryBound(to: CChar.self), O_CREAT | O_WRONLY, 0o600)
            }
        }
        close(try #require(descriptor))
        let found = ImageFinder([files.path])
        #expect(found.paths == [])
        #expect(found.problems.map(\.reason) == ["the name is not UTF-8; rename it"])
    }

    @Test(.enabled(if: Requirement.isMet(sha256sum(of: "/dev/null") != nil), "needs sha256sum"))
    func digestsAreThoseOfCoreutils() throws {
        for count in [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000, 65_536] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ count) }
            let path = try files.write(bytes, to: "bytes")
            #expect(loopbox.SHA256.hexadecimalDigest(of: bytes) == Self.sha256sum(of: path))
        }
    }

    private static func sha256sum(of path: String) -> String? {
        let run = try? Program.run(executable: "/usr/bin/env", arguments: ["sha256sum", path])
        return run.flatMap { $0.status == 0 ? String($0.output.prefix(64)) : nil }
    }

    @Test(arguments: [
        ("plain é 日本 😀", "plain é 日本 😀"), ("\u{1B}[2J\u{7}", "\\x1B[2J\\x07"),
        ("a\nb\tc\r", "a\\nb\\tc\\r"),
        ("\u{9B}1m\u{7F}", "\\x9B1m\\x7F"), ("\u{202E}x\u{2028}", "\\u{202E}x\\u{2028}"),
    ]) func textIsMadePrintable(text: String, expected: String) {
        #expect(PrintableText.of(text) == expected)
    }

    @Test(arguments: [
        ("a", true), ("object-detection", true), ("0-9", true), ("", false), ("A", false),
        ("-a", false),
        ("a-", false), ("a_b", false), (String(repeating: "a", count: 63), true),
        (String(repeating: "a", count: 64), false), ("é", false),
    ]) func flowNamesFollowTheServicesPattern(name: String, isName: Bool) {
        #expect(FlowFactory.isName(name) == isName)
    }
}
