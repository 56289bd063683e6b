import ArgumentParser

/// `loopbox flow`: who answers the loops, and how many of them.
struct FlowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flow", abstract: "Show the flow definition, or change who answers its loops.",
        subcommands: [FlowShowCommand.self, FlowSetCommand.self],
        defaultSubcommand: FlowShowCommand.self)

    @ParentCommand var root: Loopbox
    @OptionGroup var options: WorkspaceOptions

    /// The options given before the command that follows.
    var mergedOptions: WorkspaceOptions { options.merged(over: root.options) }
}
