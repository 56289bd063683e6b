import ArgumentParser
import HumanReview

/// `loopbox loops stop`: see ``LoopAction/stop``.
struct LoopsStopCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Stop loops: they end unanswered, those that somebody holds when they are left.")

    @ParentCommand var loops: LoopsCommand
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var selection: LoopSelectionOptions

    func run() throws {
        try LoopActionRun(
            action: .stop, options: selection,
            workspace: options.merged(over: loops.mergedOptions)
        ).run()
    }
}
