import ArgumentParser
import Workbench

/// `loopbox loops`: the human loops, as a screen, as a list, or one by one.
struct LoopsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loops",
        abstract: "Open the workstation at the loops, list them, or act on them.",
        subcommands: [
            LoopsListCommand.self, LoopsShowCommand.self, LoopsStopCommand.self,
            LoopsReleaseCommand.self, LoopsReassignCommand.self, LoopsReopenCommand.self,
            LoopsUndoCommand.self, LoopsExportListCommand.self,
            LoopsHistoryCommand.self, LoopsSendBackCommand.self,
        ])

    @ParentCommand var root: Loopbox
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var screen: ScreenOptions

    /// The options given before the command that follows.
    var mergedOptions: WorkspaceOptions { options.merged(over: root.options) }

    func run() throws {
        guard Console.isTerminal else {
            throw CommandError(
                "loops: standard input and output are no terminal; 'loopbox loops list' prints "
                    + "them", status: .usage)
        }
        screen.prepareQueue()
        try ReviewCommand.openWorkstation(
            on: try OpenWorkspace(mergedOptions), worker: try mergedOptions.resolvedWorker(),
            screen,
            at: .loops)
    }
}
