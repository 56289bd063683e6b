import ArgumentParser
import HumanReview

/// `loopbox loops reopen`: see ``LoopAction/reopen``.
struct LoopsReopenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Put stopped or failed loops back into the queue.")

    @ParentCommand var loops: LoopsCommand
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var selection: LoopSelectionOptions

    func run() throws {
        try LoopActionRun(
            action: .reopen, options: selection,
            workspace: options.merged(over: loops.mergedOptions)
        ).run()
    }
}
