import Annotations
import Glibc
import HumanReview
import Screen
import Terminal
import ThemeCatalog

/// How the user wants the workstation.
struct WorkstationOptions {
    /// A name of ``ThemeCatalog/builtIn``.
    var themeName = "dark"
    var isMouseEnabled = true
}

/// Opens the workstation on a store and runs it until the reviewer leaves.
///
/// - Throws: when the theme or the terminal cannot be used; the terminal is then as it was found.
func openWorkstation(
    store: any HumanReviewStore, flow: FlowDefinition, worker: Worker, workspaceName: String,
    leaseTime: Duration, options: WorkstationOptions
) throws {
    let settings = WorkstationSettings(
        theme: try ThemeCatalog.load(name: options.themeName), workspaceName: workspaceName,
        quickClasses: Array(flow.labels.names.prefix(10)), leaseTime: leaseTime)
    var terminalOptions = TerminalOptions { name in getenv(name).map { String(cString: $0) } }
    terminalOptions.isMouseEnabled = options.isMouseEnabled
    // Signals are held back before any thread is made, so that all of them inherit it.
    let signals = try SignalSource()
    let terminal = try TerminalSession(terminalOptions)
    let workstation = try Workstation(
        store: store, worker: worker, settings: settings, terminal: terminal, signals: signals)
    workstation.run()
}
