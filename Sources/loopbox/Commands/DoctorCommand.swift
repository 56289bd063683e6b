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
        let report = DoctorReport(
            sections: [
                .init("terminal", MainActor.assumeIsolated { TerminalSurvey.report() }),
                .init("system", SystemSurvey.report()),
                .init("workspace", WorkspaceSurvey.report(options)),
            ])
        if isJSON {
            Console.writeJSON(JSONWriter(style: .pretty).write(.object(report.sections)))
        } else {
            report.lines.forEach(Console.write)
        }
    }
}
