import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox loops send-back`: a completed loop to be corrected.
struct LoopsSendBackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send-back",
        abstract: "Ask for a completed loop to be corrected.",
        discussion: """
            The loop is in progress again: it is not exported, and who polls its status sees it. Its \
            answers stay as the revision before; the output object is replaced, and a second event \
            tells of it, when the correction is in.
            """)

    @ParentCommand var loops: LoopsCommand
    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The loop's name.")
    var name: String

    @Option(help: "What is to be put right; whoever corrects it reads it beside the photo.")
    var note: String

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp(
            "The only worker who is given it; anyone without it.", valueName: "worker"))
    var asked: String?

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func run() throws {
        let options = options.merged(over: loops.mergedOptions)
        let asked = try asked.map { try WorkerName.worker($0, of: "--to") }
        let open = try OpenWorkspace(options)
        let revision = try open.store.sendBack(
            name, note: note, to: asked, by: try options.resolvedWorker(), at: SystemClock.now)
        guard !isJSON else {
            return Console.writeJSON(
                .object([.init("loop", .string(name)), .init("revision", .count(revision))]))
        }
        Console.write(
            "loop \(name): revision \(revision) is asked for"
                + (asked.map { ", of \($0.name)" } ?? ""))
    }
}
