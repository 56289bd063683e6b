import Foundation
import OrderedJSON
import Testing
import TestSupport

/// Every bad input is told of once, recorded and passed over, and nothing of it reaches the terminal raw.
@Suite struct BadInputTests {
    private let files = TemporaryDirectory()
    private var workspace: String { files.path + "/w" }

    private func initialize() throws -> Program {
        try FileManager.default.createDirectory(
            atPath: files.path + "/p", withIntermediateDirectories: true)
        return try Program.run(
            "init", workspace, "--images", files.path + "/images", "--predictions",
            files.path + "/p")
    }

    /// A file name that would clear the screen and set a title.
    private static let hostile = "\u{1B}[2J\u{1B}]0;owned\u{7}\u{9B}31m\n.jpg"

    /// Where nothing can be made or read, the path that was given is named once, with what to do.
    @Test func placesThatCannotBeUsedAreNamedOnce() throws {
        try files.write("text", to: "file")
        try files.write("no archive", to: "model.tar.gz")
        try files.writeImage("images/a.jpg")
        #expect(try initialize().status == 0)
        let path = files.path
        for (arguments, named, reason) in [
            (
                ["init", "file"], "\(path)/file/.loopbox",
                "Not a directory; check that the directory"
            ),
            (
                ["init", "/proc/w"], "/proc/w",
                "No such file or directory; check that the directory"
            ),
            (
                ["-C", "w", "loops", "export-list", "-o", "none/list"], "none/list",
                "No such file or directory; check that the directory it is to be in exists"
            ),
            (
                ["-C", "w", "import", "coco", "none.json", "--as", "answers"], "none.json",
                "No such file or directory; check the name and its permissions"
            ),
            (
                ["predict", "images/a.jpg", "--model", "model.tar.gz"], "model.tar.gz",
                "expected a model.tar.gz"
            ),
        ] {
            let refused = try Program.run(
                executable: Program.path, arguments: arguments, in: path)
            #expect(refused.status == 1 && refused.errorLines.count == 1, "\(arguments)")
            #expect(refused.errors.hasPrefix("loopbox: "), "\(refused.errors)")
            #expect(refused.errors.contains(named + ": "), "\(refused.errors)")
            #expect(refused.errors.contains(reason), "\(refused.errors)")
            #expect(refused.errors.components(separatedBy: named + ": ").count == 2)
        }
    }

    @Test func imagesThatCannotBeUsed() throws {
        let good = try TemporaryDirectory.jpeg(width: 320, height: 240)
        try files.writeImage("images/good.jpg", seed: 9)
        try files.write([], to: "images/empty.jpg")
        try files.write(Array(good.prefix(good.count / 2)), to: "images/cut.jpg")
        try files.write(Array(good.prefix(40)), to: "images/header.jpg")
        try files.write("GIF89a not a picture", to: "images/gif.jpg")
        try files.write(Self.claiming(65_500, 65_500, in: good), to: "images/huge.jpg")
        try FileManager.default.createSymbolicLink(
            atPath: files.path + "/images/vanished.jpg", withDestinationPath: "/nowhere.jpg")
        #expect(mkfifo(files.path + "/images/pipe.jpg", 0o600) == 0)
        try files.write("no picture", to: "images/" + Self.hostile)
        let made = try initialize()
        #expect(made.status == 0)
        #expect(made.output.hasPrefix("1 image added: 1 to review, 0 confident; 8 problems"))
        #expect(made.errorLines.count == 8)
        for name in ["empty", "cut", "header", "gif", "huge", "vanished", "pipe"] {
            #expect(made.errorLines.count { $0.contains("/\(name).jpg: ") } == 1, "\(name)")
        }
        #expect(made.errorLines.count { $0.contains("\\x1B]0;owned\\x07") } == 1)
        try expectRecorded(8)
        #expect(made.everything.isPrintable)
        let again = try Program.run("add", files.path + "/images", "-C", workspace)
        #expect(again.errors == "")
        try expectRecorded(8)
    }

    @Test func unusualImagesThatCanBeUsed() throws {
        try files.write(TemporaryDirectory.jpeg(width: 1, height: 1), to: "images/dot.jpg")
        try files.write(TemporaryDirectory.jpeg(width: 65_500, height: 1), to: "images/wide.jpg")
        try files.writeImage("images/" + Self.hostile)
        let made = try initialize()
        #expect(made.errors == "")
        #expect(made.output.hasPrefix("3 images added: 3 to review"))
        for arguments in [["loops", "list"], ["loops", "list", "--json"], ["status"], ["doctor"]] {
            let told = try Program.run(
                executable: Program.path, arguments: ["-C", workspace] + arguments)
            #expect(told.status == 0)
            #expect(told.everything.isPrintable, "\(arguments)")
        }
    }

    @Test(.enabled(if: Requirement.isMet(ImageMagick.isPresent), "needs ImageMagick"))
    func coloursAndScansOfEveryKindCanBeUsed() throws {
        try files.writeImage("plain.jpg")
        for (name, options) in [
            ("cmyk", ["-colorspace", "CMYK"]), ("grey", ["-colorspace", "Gray"]),
            ("progressive", ["-interlace", "JPEG"]),
        ] {
            try FileManager.default.createDirectory(
                atPath: files.path + "/images", withIntermediateDirectories: true)
            let arguments = ["plain.jpg"] + options + ["images/\(name).jpg"]
            #expect(try ImageMagick.convert(arguments, in: files.path) == 0)
        }
        let made = try initialize()
        #expect(made.errors == "")
        #expect(made.output.hasPrefix("3 images added"))
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func filesThatMayNotBeRead() throws {
        let path = try files.writeImage("images/secret.jpg")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        let made = try initialize()
        #expect(made.errorLines.count == 1)
        #expect(made.errors.contains("secret.jpg") && made.errors.contains("Permission denied"))
    }

    @Test func aHeaderIsNotBelieved() throws {
        let good = try TemporaryDirectory.jpeg(width: 320, height: 240)
        for (index, side) in [16_000, 30_000, 65_500, 65_535].enumerated() {
            try files.write(Self.claiming(side, side, in: good), to: "images/\(index).jpg")
        }
        // 3 bytes for each pixel claimed would be 0.8 to 13 GB.
        let limited = "ulimit -v 4000000; exec \"$0\" init \"$1\" --images \"$2\""
        let made = try Program.run(
            executable: "/bin/bash",
            arguments: ["-c", limited, Program.path, workspace, files.path + "/images"])
        #expect(made.status == 0)
        #expect(made.errorLines.count == 4)
    }

    private static let predictions: [(String, String)] = [
        (#"{"prediction": [[0, NaN, 0, 0, 1, 1], [1, 0.3, 0, 0, 1, 1]]}"#, "row 1"),
        (#"{"prediction": [[0, -0.5, 0, 0, 1, 1]]}"#, "score"),
        (#"{"prediction": [[0, 0.5, 0.9, 0, 0.1, 1]]}"#, "reversed"),
        (#"{"prediction": [[0, 0.5, -3, 0, 7, 1]]}"#, "out of the image"),
        (#"{"prediction": [[99, 0.9, 0, 0, 1, 1]]}"#, "class"),
        (#"{"prediction": [[0, 0.9, 0, 0, 1]]}"#, "six numbers"),
        (#"{"prediction": [[0, 0.9"#, "not JSON"), ("", "not JSON"), ("[]", "neither"),
        (#"{"prediction": "\#u{1B}[2J"}"#, "not JSON"), (#"{"\u001b[2J": 1}"#, "neither"),
        ("{\"prediction\": [" + String(repeating: "[", count: 100_000), "not JSON"),
        (
            "{\"prediction\": ["
                + [String](repeating: "[0, 0.3, 0, 0, 1, 1]", count: 10_000).joined(separator: ",")
                + "]}", "10000 boxes"
        ),
    ]

    @Test(arguments: predictions) func predictionsThatCannotBeUsed(
        text: String, reason: String
    ) throws {
        try files.writeImage("images/a.jpg")
        try files.write(text, to: "p/a.json")
        let made = try initialize()
        #expect(made.status == 0)
        #expect(made.output.hasPrefix("1 image added: 1 to review, 0 confident; 1 problem"))
        #expect(made.errorLines.count == 1)
        #expect(made.errors.contains("p/a.json: ") && made.errors.contains(reason))
        #expect(made.everything.isPrintable)
        try expectRecorded(1)
    }

    @Test func aPredictionThatWasPutRightIsNoProblemAnyMore() throws {
        try files.writeImage("images/a.jpg")
        try files.write("not JSON", to: "p/a.json")
        _ = try initialize()
        try expectRecorded(1)
        try files.write(#"{"prediction": [[0, 0.3, 0, 0, 1, 1]]}"#, to: "p/a.json")
        let added = try Program.run(
            "-C", workspace, "add", files.path + "/images", "--predictions", files.path + "/p")
        #expect(added.output.hasPrefix("1 image added: 1 to review"))
        try expectRecorded(0)
    }

    private func expectRecorded(_ count: Int) throws {
        let status = try Program.run("status", "--json", "-C", workspace)
        #expect(status.everything.isPrintable)
        #expect(try status.json()["problemCount"] == .count(count))
    }

    /// The file with another size in its frame header (ITU-T T.81, B.2.2).
    private static func claiming(_ width: Int, _ height: Int, in jpeg: [UInt8]) -> [UInt8] {
        var bytes = jpeg
        guard let frame = bytes.indices.first(where: { bytes[$0...].starts(with: [0xFF, 0xC0]) })
        else { return [] }
        for (offset, value) in [(5, height), (7, width)] {
            bytes[frame + offset] = UInt8(truncatingIfNeeded: value >> 8)
            bytes[frame + offset + 1] = UInt8(truncatingIfNeeded: value)
        }
        return bytes
    }
}

extension JSONValue {
    fileprivate static func count(_ count: Int) -> JSONValue { .integer(Int64(count)) }
}
