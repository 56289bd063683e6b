import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox loops undo`: takes back what the worker last did to loops.
struct LoopsUndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take back your latest stop, reassign or reopen, where loops have not gone on.")

    @ParentCommand var loops: LoopsCommand
    @OptionGroup var options: WorkspaceOptions

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func run() throws {
        let options = options.merged(over: loops.mergedOptions)
        let open = try OpenWorkspace(options)
        let worker = try options.resolvedWorker()
        guard let undo = try open.store.undoLoopAction(by: worker, at: SystemClock.now) else {
            throw CommandError("undo: \(worker.name) has done nothing that can be taken back")
        }
        guard isJSON else { return Console.write(undo.report) }
        Console.writeJSON(
            JSONWriter().write(
                .object([
                    .init("action", .string(undo.action.rawValue)),
                    .init("changed", .count(undo.changed)), .init("kept", .count(undo.kept)),
                ])))
    }
}
