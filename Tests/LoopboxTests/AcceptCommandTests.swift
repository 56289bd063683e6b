import Foundation
import ImageCodecs
import Imaging
import OrderedJSON
import Testing

/// What the command line says it would accept, and what the screen says its threshold takes.
@Suite struct AcceptCommandTests {
    private let directory = TemporaryDirectory()
    private static let count = 40

    /// Small photos whose surest boxes have scores from 0.52 to 0.99, of two classes.
    init() throws {
        let photo = try JPEGEncoder.encode(
            RGBImage(
                width: 64, height: 48, filledWith: RGBColor(red: 90, green: 120, blue: 60)),
            quality: 90)
        for number in 0..<Self.count {
            try directory.write(photo + [UInt8(number)], to: "photos/photo-\(number).jpg")
            let score = 0.52 + 0.0118 * Double(number)
            try directory.write(
                "{\"prediction\": [[\(number % 2), \(score), 0.2, 0.2, 0.8, 0.8]]}",
                to: "predictions/photo-\(number).json")
        }
        let program = try Program.run(
            "init", "work", "--images", "photos", "--predictions", "predictions",
            in: directory.path)
        #expect(program.status == 0, "\(program.everything)")
    }

    @Test func theDryRunAndTheScreenAgreeAtEveryThreshold() throws {
        let terminal = try PseudoTerminal(
            Program.path, ["-C", directory.path + "/work", "--worker", "ana", "accept"])
        #expect(terminal.shows("\(Self.count) of \(Self.count)"))
        let thresholds = [55, 60, 65, 70, 75, 80, 85, 90, 91, 92, 93, 94, 95, 96, 97, 98]
        for threshold in thresholds {
            let score = "0.\(threshold)"
            let taken = try wouldAccept(from: score)
            terminal.send("}")
            #expect(
                isDrawn(["\(taken) of \(Self.count)", score + "  { }"], on: terminal),
                "\(taken) from \(score)")
        }
        terminal.send("q")
        #expect(terminal.exitStatus() == 0)
    }

    @Test func aDryRunChangesNothing() throws {
        let before = try wouldAccept(from: "0.7")
        #expect(before > 0)
        #expect(try wouldAccept(from: "0.7") == before)
        let run = try Program.run(
            "-C", directory.path + "/work", "--worker", "ana", "accept", "--min-score", "0.7",
            "--json")
        #expect(try run.json()["accepted"] == .integer(Int64(before)))
        #expect(try wouldAccept(from: "0.7") == 0)
    }

    @Test func oneImageIsCountedAsOne() throws {
        let accepted = try accept("--min-score", "0", "--limit", "1")
        #expect(accepted.hasPrefix("accepted 1 image; 39 confident images are left\n"))
        #expect(accepted.hasSuffix("'loopbox accept --undo' takes it back until it is exported\n"))
        #expect(try accept("--undo") == "took back 1 image; it is confident again\n")
        let most = try accept("--min-score", "0", "--limit", "39")
        #expect(most.hasPrefix("accepted 39 images; 1 confident image is left\n"))
        #expect(
            try accept("--min-score", "0", "--dry-run")
                == "would accept 1 of 1 confident image; nothing was changed\n")
        #expect(try accept("--undo") == "took back 39 images; they are confident again\n")
    }

    private func accept(_ arguments: String...) throws -> String {
        try Program.run(
            executable: Program.path,
            arguments: ["-C", directory.path + "/work", "--worker", "ana", "accept"] + arguments
        ).output
    }

    /// Whether texts are on the screen before long; it is drawn anew, so that they come whole.
    private func isDrawn(_ texts: [String], on terminal: PseudoTerminal) -> Bool {
        for _ in 0..<20 {
            terminal.pass(seconds: 0.1)
            let start = terminal.output.count
            terminal.send("\u{0C}")
            terminal.pass(seconds: 0.3)
            if texts.allSatisfy({ terminal.has($0, after: start) }) { return true }
        }
        return false
    }

    private func wouldAccept(from score: String) throws -> Int {
        let run = try Program.run(
            "-C", directory.path + "/work", "--worker", "ana", "accept", "--min-score", score,
            "--dry-run", "--json")
        #expect(run.status == 0)
        guard case .integer(let count)? = try run.json()["wouldAccept"] else {
            throw CocoaError(.fileReadCorruptFile)
        }
        return Int(count)
    }
}
