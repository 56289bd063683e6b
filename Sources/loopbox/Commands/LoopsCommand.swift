import ArgumentParser

/// `loopbox loops`: the human loops, one by one.
struct LoopsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loops", abstract: "List the human loops, or show one.",
        subcommands: [LoopsListCommand.self, LoopsShowCommand.self])

    @ParentCommand var root: Loopbox
    @OptionGroup var options: WorkspaceOptions

    /// The options given before the command that follows.
    var mergedOptions: WorkspaceOptions { options.merged(over: root.options) }
}
