import HumanReview
import Screen
import Terminal
import ThemeCatalog
import Workbench

/// Opens the workstation on a store and runs it until the reviewer leaves.
///
/// - Throws: when the theme or the terminal cannot be used; the terminal is then as it was found.
func openWorkstation(
    store: any WorkstationStore, worker: Worker, workspaceName: String, quickClasses: [String],
    scoreBounds: [Double], leaseTime: Duration, configuration: UserConfiguration,
    destination: Destination = .review,
    makeQueue: Workstation.QueueMaker? = nil
) throws {
    let settings = WorkstationSettings(
        theme: try theme(configuration.theme), keymap: configuration.keymap,
        workspaceName: workspaceName, quickClasses: quickClasses, scoreBounds: scoreBounds,
        leaseTime: leaseTime, destination: destination)
    var terminalOptions = configuration.terminalOptions
    terminalOptions.reportsMotion = true
    SessionNiceness.restore()
    let signals = try SignalSource()
    let terminal = try TerminalSession(terminalOptions)
    let workstation = try Workstation(
        store: store, worker: worker, settings: settings, terminal: terminal, signals: signals,
        makeQueue: makeQueue)
    workstation.run()
}

/// A theme of the program's by name, or the user's own by its path.
private func theme(_ name: String) throws -> Theme {
    guard name.contains("/") else { return try ThemeCatalog.load(name: name) }
    return try ThemeCatalog.load(
        contentsOf: Array(try UserConfiguration.text(at: name).utf8), source: name)
}
