import ArgumentParser
import HumanReview
import ReviewStore

/// `loopbox review`: the workstation, or nothing.
struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Open the workstation to review the waiting loops.")

    @ParentCommand var root: Loopbox
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var screen: ScreenOptions

    func run() throws {
        guard Console.isTerminal else {
            throw CommandError(
                "review: standard input and output are no terminal; run it in a terminal window",
                status: .usage)
        }
        try Self.openWorkstation(options.merged(over: root.options), screen)
    }

    /// Opens the workstation on the workspace and worker of the options.
    static func openWorkstation(_ options: WorkspaceOptions, _ screen: ScreenOptions) throws {
        let worker = try options.resolvedWorker()
        let configuration = try screen.configuration()
        let open = try OpenWorkspace(options)
        try MainActor.assumeIsolated {
            try loopbox.openWorkstation(
                store: open.store, flow: open.flow, worker: worker,
                workspaceName: open.workspace.name, leaseTime: .seconds(OpenWorkspace.leaseSeconds),
                configuration: configuration)
        }
    }
}
