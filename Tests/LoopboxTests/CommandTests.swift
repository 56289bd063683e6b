import Annotations
import Foundation
import HumanReview
import OrderedJSON
import ReviewStore
import Testing
import TestSupport

@testable import loopbox

@Suite struct CommandTests {
    private let files = TemporaryDirectory()
    private var workspace: String { files.path + "/w" }

    /// Three images: one the model is unsure of, one it is sure of, one it was not asked about.
    private func makeWorkspace(_ options: [String] = []) throws -> Program {
        for (seed, name) in ["b", "a", "deep/c"].enumerated() {
            try files.writeImage("images/\(name).jpg", seed: UInt8(seed))
        }
        try files.write(
            #"{"prediction": [[11, 0.4, 0.25, 0.25, 0.5, 0.5], [6, 0.1, 0, 0, 1, 1]]}"#,
            to: "p/a.json")
        try files.write(
            #"""
            {"image_size": [{"width": 64, "height": 48, "depth": 3}], "annotations":
             [{"class_id": 14, "score": 0.9, "left": 1, "top": 2, "width": 3, "height": 4}]}
            """#, to: "p/b.json")
        return try Program.run(
            executable: Program.path,
            arguments: ["init", workspace, "--images", "images", "--predictions", "p"] + options,
            in: files.path)
    }

    private func loops() throws -> [JSONValue] {
        let list = try Program.run("-C", workspace, "loops", "list", "--json")
        guard case .array(let loops) = try list.json() else { return [] }
        return loops
    }

    @Test func initRoutesImagesByTheirPredictions() throws {
        let made = try makeWorkspace()
        #expect(made.status == 0)
        #expect(made.errors == "")
        #expect(made.output.hasPrefix("3 images added: 2 to review, 1 confident\n"))
        let status = try Program.run("status", "--json", "-C", workspace).json()
        #expect(status["images"] == .integer(3))
        #expect(status["waiting"] == .integer(2))
        #expect(status["confident"] == .integer(1))
        #expect(status["problemCount"] == .integer(0))
    }

    @Test func addingTheSameAgainChangesNothing() throws {
        _ = try makeWorkspace()
        let before = try loops()
        let added = try Program.run(
            "-C", "w", "add", "images", "images/a.jpg", "--predictions", "p", in: files.path)
        #expect(added.output == "0 images added: 0 to review, 0 confident; 3 were there already\n")
        #expect(try loops() == before)
    }

    @Test func loopsAreListedWithTheServicesMemberNames() throws {
        _ = try makeWorkspace()
        let list = try loops()
        guard case .object(let members)? = list.first else { throw CancellationError() }
        #expect(
            members.map(\.name) == [
                "CreationTime", "FlowDefinitionArn", "HumanLoopArn", "HumanLoopName",
                "HumanLoopOutput", "HumanLoopStatus", "image", "score", "labels", "workers",
                "holder", "assignee", "model", "reason", "isBulk",
            ])
        #expect(list[0]["HumanLoopStatus"] == .string("InProgress"))
        #expect(list[0]["image"] == .string(files.path + "/images/a.jpg"))
        #expect(list[0]["score"] == .number(0.4))
        #expect(list[1]["score"] == .null)
        #expect(
            try Program.run("loops", "list", "--status", "Completed", "--json", "-C", workspace)
                .output == "[]\n")
        #expect(
            try Program.run("-C", workspace, "loops", "list").output.contains(
                "  InProgress  0.400  "))
    }

    @Test func aNameThatNothingHasIsSaidBesideTheList() throws {
        _ = try makeWorkspace()
        let found = try Program.run("-C", workspace, "loops", "list", "label:DOG", "--json")
        #expect(try found.json() != .array([]) && found.errors == "")
        let none = try Program.run("-C", workspace, "loops", "list", "label:dgo", "--json")
        #expect(none.status == 0 && none.output == "[]\n")
        #expect(none.errors == "loopbox: filter: no class 'dgo' here; did you mean 'dog'?\n")
    }

    @Test func aLoopIsShownWithItsInput() throws {
        _ = try makeWorkspace()
        guard case .string(let name)? = try loops()[0]["HumanLoopName"] else {
            throw CancellationError()
        }
        let shown = try Program.run("loops", "-C", workspace, "show", name, "--json").json()
        #expect(shown["inputContent"]?["initialValue"] == .string("dog"))
        guard case .array(let boxes)? = shown["inputContent"]?["boundingBoxes"] else {
            throw CancellationError()
        }
        #expect(boxes.map { $0["left"] } == [.integer(16)])
        let missing = try Program.run("loops", "show", "no-such-loop", "-C", workspace)
        #expect(missing.status == 1)
        #expect(missing.errorLines.count == 1)
    }

    @Test func completedLoopsAreExported() throws {
        _ = try makeWorkspace()
        let found = try #require(Workspace.at(workspace))
        let store = try SQLiteReviewStore(workspace: found, renderer: TemplateRendering())
        let worker = Worker(name: "ana")
        let time = Timestamp(milliseconds: 1_800_000_000_000)
        guard case .task(let task) = try store.claimNext(for: worker, at: time, excluding: []),
            let lease = task.lease
        else { throw CancellationError() }
        #expect(task.instructions.header == "Draw one tight box around every object of the classes")
        _ = try store.submit(
            Answer(
                worker: worker, acceptanceTime: time, submissionTime: time, activeMilliseconds: 1,
                boxes: task.initialBoxes.map { .init(label: $0.label, box: $0.box) },
                imageSize: task.loop.image.size), under: lease)
        let exported = try Program.run(
            "-C", workspace, "export", "augmented-manifest", "-o", files.path + "/m.jsonl")
        #expect(exported.output == "1 loop written to \(files.path)/m.jsonl\n")
        let line = try JSONParser().parse(try files.read("m.jsonl"))
        #expect(line["source-ref"] == .string(task.loop.image.uri))
        let unwritable = try Program.run(
            "-C", workspace, "export", "augmented-manifest", "-o", files.path + "/none/m.jsonl")
        #expect(unwritable.status == 1)
        #expect(unwritable.errorLines.count == 1)
    }

    @Test func withoutATerminalItSaysWhatItWouldOpen() throws {
        _ = try makeWorkspace()
        let told = try Program.run(in: workspace)
        #expect(told.status == 0)
        #expect(told.output.contains("waiting    2 of 2 loops\n"))
        #expect(told.output.contains("outputs    \(workspace)/output\n"))
        let review = try Program.run("review", in: workspace)
        #expect(review.status == 2)
        #expect(review.errorLines.count == 1)
    }

    @Test func withoutATerminalTheSamplesArePredictedAndToldAgain() throws {
        func run() throws -> Program {
            try Program.run(
                executable: "/bin/sh",
                arguments: [
                    "-c", "cd / && XDG_DATA_HOME=\"$1\" exec \"$0\"", Program.path, files.path,
                ])
        }
        func routes(_ program: Program) -> [Substring] {
            program.output.split(separator: "\n").filter {
                $0.contains("  loop  ") || $0.contains("  confident  ")
            }
        }
        let (first, second) = (try run(), try run())
        #expect(first.status == 0)
        #expect(first.errors == "")
        let photos = try #require(SampleFiles.directory) + "/JPEGImages"
        let names = try FileManager.default.contentsOfDirectory(atPath: photos)
        #expect(routes(first).count == names.count)
        #expect(first.output.contains("\n\(names.count) images predicted by sample: "))
        for route in routes(first) {
            #expect(route.contains("  loop  ") == route.hasPrefix("infrared-"), "\(route)")
        }
        #expect(second.status == 0)
        #expect(routes(second) == routes(first))
    }

    @Test(arguments: ["status", "loops list --json", "help"])
    func outputThatCannotBeWrittenIsAFailure(command: String) throws {
        _ = try makeWorkspace()
        let told = try Program.run(
            executable: "/bin/sh",
            arguments: ["-c", "exec \"$0\" \(command) >/dev/full", Program.path],
            in: workspace)
        #expect(told.status == 1)
        #expect(told.errors.hasPrefix("loopbox: standard output: No space left on device; "))
        #expect(told.errorLines.count == 1)
    }

    @Test func templatesAndLabelsMakeTheFlow() throws {
        let template = """
            <crowd-form><crowd-bounding-box name="r" src="{{ task.input.taskObject }}" header="H"
              labels="['dog', 'cat']"></crowd-bounding-box></crowd-form>
            """
        try files.write(template, to: "t.html")
        try files.write("cat\n\n dog\r\nhorse\n", to: "labels.txt")
        let made = try makeWorkspace([
            "--template", "t.html", "--labels", "labels.txt", "--flow", "pets",
        ])
        #expect(made.status == 0)
        let store = try SQLiteReviewStore(workspace: try #require(Workspace.at(workspace)))
        let flow = try #require(try store.flow())
        #expect(flow.labels.names == ["cat", "dog", "horse"])
        #expect((flow.name, flow.template) == ("pets", template))
    }

    private static let usageErrors: [[String]] = [
        ["frob"], ["init"], ["init", "x", "--flow", "Upper"], ["init", "x", "--flow", "-a"],
        ["init", "x", "--audit-share", "1.5"], ["work", "--threads", "0"],
        ["model", "import", "x", "--name", "a b"], ["init", "x", "--score-threshold", "1.5"],
        ["init", "x", "--display-threshold", "nan"],
        ["loops", "list", "--status", "Done"], ["export", "yolo2", "-o", "x"], ["add"],
        ["\u{1B}[31m"], ["status", "--\u{9B}2J"],
    ]

    @Test(arguments: usageErrors) func wrongUsageIsOneLineAndStatus2(arguments: [String]) throws {
        let told = try Program.run(executable: Program.path, arguments: arguments, in: files.path)
        #expect(told.status == 2)
        #expect(told.errorLines.count == 1)
        #expect(told.everything.isPrintable)
        #expect(!FileManager.default.fileExists(atPath: files.path + "/x"))
    }

    private static let failures: [([String], String)] = [
        (["init", "x", "--images", "gone"], "gone: No such file or directory"),
        (["init", "x", "--predictions", "gone"], "gone: no directory"),
        (["init", "x", "--template", "gone"], "gone: No such file"),
        (
            ["init", "x", "--template", "bad.html"],
            "bad.html: line 2, column 3: unknown tag 'foreach'"
        ),
        (["init", "x", "--review-label", "unicorn"], "--review-label 'unicorn': not a class"),
        (["init", "x", "--labels", "bad.txt"], "bad.txt:3: the label 'cat' is there twice"),
        (["init", "x", "--labels", "escape.txt"], "escape.txt:1: control characters"),
        (["init", "x", "--labels", "."], ".: not a regular file"),
        (["status", "-C", "/"], "/: no workspace here or above"),
        (["status", "-C", "gone"], "gone: No such file or directory; -C takes"),
        (["-C", "bad.txt"], "bad.txt: not a directory; -C takes"),
    ]

    @Test(arguments: failures) func failuresAreOneLineAndStatus1(
        arguments: [String], message: String
    ) throws {
        try files.write("<p>\n  {% foreach %}", to: "bad.html")
        try files.write("cat\ndog\ncat\n", to: "bad.txt")
        try files.write("c\u{1B}[2Jat\n", to: "escape.txt")
        let told = try Program.run(executable: Program.path, arguments: arguments, in: files.path)
        #expect(told.status == 1)
        #expect(told.errorLines.count == 1)
        #expect(told.errors.hasPrefix("loopbox: " + message))
        #expect(!FileManager.default.fileExists(atPath: files.path + "/x"))
    }

    @Test func aWorkspaceIsMadeOnce() throws {
        _ = try makeWorkspace()
        let again = try makeWorkspace()
        #expect(again.status == 1)
        #expect(again.errors.contains("already a workspace"))
    }

    @Test(.enabled(if: Requirement.isMet(SharedPhotos.isPresent), "needs the shared photographs"))
    func countsAreThoseOfThePredictions() throws {
        let indoor = SharedPhotos.indoor
        let names = try FileManager.default.contentsOfDirectory(atPath: indoor + "/Predictions")
        let uncertain = try names.count { name in
            let data = try Data(contentsOf: URL(fileURLWithPath: indoor + "/Predictions/" + name))
            let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            let rows = object?["prediction"] as? [[Double]] ?? []
            return (rows.map { $0[1] }.max() ?? 0) < 0.5
        }
        let made = try Program.run(
            "init", workspace, "--images", indoor + "/JPEGImages", "--predictions",
            indoor + "/Predictions")
        #expect(
            made.output.hasPrefix(
                "\(names.count) images added: \(uncertain) to review, \(names.count - uncertain) confident\n"
            ))
        #expect(try loops().count == uncertain)
    }
}
