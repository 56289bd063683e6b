import ArgumentParser
import HumanReview

/// `loopbox loops release`: see ``LoopAction/release``.
struct LoopsReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Take held loops back into the queue; their holders keep their drafts.")

    @ParentCommand var loops: LoopsCommand
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var selection: LoopSelectionOptions

    func run() throws {
        try LoopActionRun(
            action: .release, options: selection,
            workspace: options.merged(over: loops.mergedOptions)
        ).run()
    }
}
