import ArgumentParser

/// `loopbox worker`: who works here, and what they may do.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "List the workers, and say what each may do.",
        discussion: """
            A workspace that lists no workers lets everybody do everything. With the first worker it \
            begins a list: who is not on it may look, and nothing else. A reviewer answers loops; an \
            annotator also accepts in bulk; a lead also steers loops, people, teams and models. Workers \
            are Unix users.
            """,
        subcommands: [
            WorkerListCommand.self, WorkerAddCommand.self, WorkerSetCommand.self,
            WorkerRemoveCommand.self,
        ], defaultSubcommand: WorkerListCommand.self)

    @ParentCommand var root: Loopbox
    @OptionGroup var options: WorkspaceOptions

    /// The options given before the command that follows.
    var mergedOptions: WorkspaceOptions { options.merged(over: root.options) }
}
