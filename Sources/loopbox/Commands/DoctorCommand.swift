import ArgumentParser
import OrderedJSON

/// `loopbox doctor`: what a bug report needs to know.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Examine the terminal, the system and the workspace, for a bug report.")

    @ParentCommand var root: Loopbox
    @OptionGroup var options: WorkspaceOptions

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func run() throws {
        let options = options.merged(over: root.options)
        let settings = SettingsSurvey()
        let terminal = MainActor.assumeIsolated { TerminalSurvey.report(settings.configuration) }
        let workspace = WorkspaceSurvey(options)
        let report = DoctorReport(
            sections: [
                .init("terminal", terminal), .init("settings", settings.report),
                .init("system", SystemSurvey.report()), .init("workspace", workspace.report),
            ])
        if isJSON {
            Console.writeJSON(.object(report.sections))
        } else {
            report.lines.forEach(Console.write)
        }
        if let fault = workspace.fault { throw CommandError(fault) }
    }
}
