import ArgumentParser

/// `loopbox model`: the workspace's model versions, and which one is in service.
struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: "List, import and deploy models.",
        subcommands: [
            ModelListCommand.self, ModelShowCommand.self, ModelImportCommand.self,
            ModelDeployCommand.self, ModelRollbackCommand.self,
        ])

    @ParentCommand var root: Loopbox
    @OptionGroup var options: WorkspaceOptions

    /// The options given before the command that follows.
    var mergedOptions: WorkspaceOptions { options.merged(over: root.options) }
}
