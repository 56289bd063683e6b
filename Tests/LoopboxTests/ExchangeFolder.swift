import Annotations
import Foundation
import HumanReview
import ReviewStore
import Testing

/// Workspaces of the same classes that data sets are imported into and exported from, by the built
/// program.
struct ExchangeFolder {
    let files = TemporaryDirectory()

    init(classes: [String]) throws {
        try files.write(classes.map { $0 + "\n" }.joined(), to: "labels.txt")
    }

    func path(_ name: String) -> String { files.path + "/" + name }

    /// Makes an empty workspace.
    func makeWorkspace(_ name: String) throws {
        let made = try Program.run("init", path(name), "--labels", path("labels.txt"))
        #expect(made.status == 0, "\(made.errors)")
    }

    /// Runs a command on a workspace that succeeds.
    @discardableResult
    func run(_ workspace: String, _ arguments: String...) throws -> Program {
        let program = try Program.run(
            executable: Program.path, arguments: ["-C", path(workspace)] + arguments,
            in: files.path)
        #expect(program.status == 0, "\(arguments): \(program.errors)")
        return program
    }

    func store(_ workspace: String) throws -> SQLiteReviewStore {
        try SQLiteReviewStore(workspace: try #require(Workspace.at(path(workspace))))
    }

    /// The boxes of every answered image, by the name of its file.
    func answers(_ workspace: String) throws -> [String: [LabeledBox]] {
        var answers: [String: [LabeledBox]] = [:]
        try store(workspace).forEachFinalAnswer { final in
            let name = URL(fileURLWithPath: final.image.path).lastPathComponent
            answers[name] = final.answer.boxes
        }
        return answers
    }
}
