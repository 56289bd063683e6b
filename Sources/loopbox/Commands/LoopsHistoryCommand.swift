import Annotations
import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox loops history`: what people have said about a loop, revision by revision.
struct LoopsHistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Show a loop's revisions, and what each changed.")

    @ParentCommand var loops: LoopsCommand
    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The loop's name.")
    var name: String

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func run() throws {
        let options = options.merged(over: loops.mergedOptions)
        let open = try OpenWorkspace(options)
        let history = try open.store.loopHistory(name, for: try options.resolvedWorker())
        guard !isJSON else {
            return Console.writeJSON(history.json)
        }
        Console.write("loop     \(history.loop.name)")
        Console.write("status   \(history.loop.status.rawValue)")
        Console.write("image    \(history.loop.image.path)")
        for revision in history.revisions { printText(revision, of: history) }
    }

    private func printText(_ revision: LoopRevision, of history: LoopHistory) {
        Console.write("revision \(revision.number)")
        if let request = revision.request {
            Console.write(
                "  sent back by \(request.lead.name) at \(request.time.iso8601Seconds)"
                    + (request.asked.map { ", to \($0.name)" } ?? "") + ": \(request.note)")
        }
        if revision.answers.isEmpty { Console.write("  no answer to be seen yet") }
        for version in history.versions where version.revision == revision.number {
            Console.write("  " + Self.text(of: version))
        }
        guard !revision.answers.isEmpty else { return }
        let changes = history.changes(in: revision).filter { $0.kind != .kept }
        Console.write(
            "  \(changes.isEmpty ? "nothing changed" : "changed") from \(history.base(of: revision))"
        )
        for change in changes { Console.write("    " + Self.text(of: change)) }
    }

    private static func text(of version: LoopVersion) -> String {
        version.title.padded(to: 24) + version.time.iso8601Seconds.padded(to: 22)
            + (version.activeMilliseconds.map(ActiveTime.text) ?? "-").padded(to: 9)
            + Counted.boxes(version.boxes.count)
    }

    private static func text(of change: BoxDifferences.Change) -> String {
        let boxes = [change.before, change.after].compactMap(\.self).map(text)
        let overlap = change.overlap > 0 ? "  IoU \(ScoreText.of(change.overlap, digits: 3))" : ""
        return change.kind.rawValue.padded(to: 11) + boxes.joined(separator: " → ") + overlap
    }

    private static func text(of box: LabeledBox) -> String {
        "\(box.label) \(box.box.left),\(box.box.top) \(box.box.width)×\(box.box.height)"
    }
}
