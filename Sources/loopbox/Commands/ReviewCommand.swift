import ArgumentParser
import HumanReview
import ReviewStore
import Workbench

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
        screen.prepareQueue()
        let options = options.merged(over: root.options)
        try Self.openWorkstation(
            on: try OpenWorkspace(options), worker: try options.resolvedWorker(), screen)
    }

    /// Opens the workstation as the screen's options and the user's settings say.
    static func openWorkstation(
        on open: OpenWorkspace, worker: Worker, _ screen: ScreenOptions,
        at destination: Destination = .review
    ) throws {
        let configuration = try screen.configuration()
        let options = QueueOptions(threads: EngineThreads.besideScreen, ending: .never)
        let makeQueue: Workstation.QueueMaker = { pace, report in
            try PredictionQueue(of: open.workspace, options, pace: pace, report: report)
        }
        try MainActor.assumeIsolated {
            try loopbox.openWorkstation(
                store: open.store, worker: worker,
                workspaceName: open.workspace.name, quickClasses: try open.quickClasses,
                scoreBounds: open.flow.activationConditions.bounds,
                leaseTime: .seconds(OpenWorkspace.leaseSeconds),
                configuration: configuration, destination: destination,
                makeQueue: screen.isQueueOff ? nil : makeQueue)
        }
    }
}
