import Annotations
import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox loops show`: one loop with its answers and history.
struct LoopsShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a loop with its proposals, answers and history.")

    @ParentCommand var loops: LoopsCommand
    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The loop's name.")
    var name: String

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func run() throws {
        let options = options.merged(over: loops.mergedOptions)
        let open = try OpenWorkspace(options)
        let details = try open.store.details(ofLoop: name, for: try options.resolvedWorker())
        if isJSON {
            Console.writeJSON(json(details))
        } else {
            printText(details)
        }
    }

    private func json(_ details: LoopDetails) -> JSONValue {
        guard case .object(var members) = details.loop.describeHumanLoop else { return .null }
        members += [
            .init("inputContent", details.inputContent.json),
            .init("humanAnswers", details.output?.json["humanAnswers"] ?? .array([])),
            .init("holders", .array(details.holders.map { .string($0.name) })),
            .init("journal", .array(details.journal.map(Self.json(of:)))),
        ]
        return .object(members)
    }

    private static func json(of edit: Edit) -> JSONValue {
        .object([
            .init("time", .string(edit.time.iso8601)), .init("worker", .string(edit.worker.name)),
            .init("kind", .string(edit.kind.rawValue)), .init("boxes", .count(edit.changes.count)),
        ])
    }

    private func printText(_ details: LoopDetails) {
        let loop = details.loop
        Console.write("loop     \(loop.name)")
        Console.write("status   \(loop.status.rawValue)")
        if let reason = loop.failureReason {
            Console.write("failure  \(loop.failureCode ?? ""): \(reason)")
        }
        let size = loop.image.size
        Console.write("image    \(loop.image.path) (\(size.width)×\(size.height))")
        Console.write("score    \(loop.score.map { "\($0)" } ?? "no detection")")
        Console.write("created  \(loop.creationTime.iso8601)")
        Console.write("output   \(loop.outputURI)")
        for holder in details.holders { Console.write("held by  \(holder.name)") }
        for proposal in details.inputContent.proposals {
            Console.write(
                "proposal " + Self.text(proposal.label, proposal.box) + "  \(proposal.score)")
        }
        for answer in details.answers { printAnswer(answer) }
        for edit in details.journal {
            Console.write(
                "edit     \(edit.time.iso8601)  \(edit.worker.name)  \(edit.kind.rawValue)")
        }
    }

    private static func text(_ label: String, _ box: BoundingBox) -> String {
        "\(label)  left \(box.left), top \(box.top), \(box.width)×\(box.height)"
    }

    private func printAnswer(_ answer: Answer) {
        let seconds = Double(answer.activeMilliseconds) / 1000
        Console.write(
            "answer   \(answer.submissionTime.iso8601)  \(answer.worker.name)  \(seconds) s, "
                + Counted.boxes(answer.boxes.count))
        for box in answer.boxes { Console.write("  " + Self.text(box.label, box.box)) }
    }
}
