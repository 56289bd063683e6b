import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox status`: how far the work is, and every figure a lead is shown.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show how far the work is, and the lead's figures.",
        discussion: Figure.allCases.map { "\($0.name) (\($0.unit)): \($0.definition)" }
            .joined(separator: "\n\n"))

    @ParentCommand var root: Loopbox
    @OptionGroup var options: WorkspaceOptions

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    @Option(
        help: ArgumentHelp(
            "The age from which a loop in progress is late, as 90m, 36h or 2d; without it the "
                + "workspace's, and at first 1d.", valueName: "age"))
    var ageLimit: AgeArgument?

    @Flag(help: "Keep the age limit for the workspace.")
    var keepAgeLimit = false

    func validate() throws {
        if keepAgeLimit, ageLimit == nil {
            throw ValidationError("--keep-age-limit keeps what --age-limit gives; give both")
        }
    }

    func run() throws {
        let open = try OpenWorkspace(options.merged(over: root.options))
        if keepAgeLimit, let ageLimit { try open.store.setAgeLimit(ageLimit.milliseconds) }
        let report = try StatusReport(open, ageLimit: ageLimit)
        if isJSON {
            Console.writeJSON(JSONWriter(style: .pretty).write(report.json))
        } else {
            for line in report.lines { Console.write(line) }
        }
    }
}
