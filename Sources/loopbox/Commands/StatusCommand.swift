import ArgumentParser
import Glibc
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
                + "workspace's, and at first 1d.", valueName: "age"), transform: AgeArgument.parse)
    var ageLimit: AgeArgument?

    @Flag(help: "Keep the age limit for the workspace.")
    var keepAgeLimit = false

    @Flag(
        help:
            "Show the figures again as they change: on a terminal in place, else as lines of JSON.")
    var watch = false

    @Option(
        help: ArgumentHelp(
            "Run a shell command, with the event as JSON on its standard input, when a loop ends or "
                + "becomes late, when one accepted in bulk or a settlement is taken back, and when "
                + "none is in progress any more; what happens while nobody "
                + "watches is told of by the next watch with the same command.",
            valueName: "command"))
    var notify: String?

    @Option(help: ArgumentHelp("Seconds between two looks; 2 without it.", valueName: "seconds"))
    var every: Double = 2

    func validate() throws {
        if notify != nil, !watch { throw ValidationError("--notify tells of changes; add --watch") }
        guard (0.05...3600).contains(every) else {
            throw ValidationError("--every is a number of seconds from 0.05 to 3600, not \(every)")
        }
        if keepAgeLimit, ageLimit == nil {
            throw ValidationError("--keep-age-limit keeps what --age-limit gives; give both")
        }
    }

    func run() throws {
        let options = options.merged(over: root.options)
        let open = try OpenWorkspace(options)
        if keepAgeLimit, let ageLimit {
            try open.store.setAgeLimit(
                ageLimit.milliseconds, by: try options.resolvedWorker())
        }
        if watch {
            var watch = StatusWatch(
                open, ageLimit: ageLimit, command: notify.map(NoticeCommand.init),
                isScreen: !isJSON && isatty(STDOUT_FILENO) == 1, seconds: every)
            return watch.run()
        }
        let report = try StatusReport(open, ageLimit: ageLimit)
        if isJSON {
            Console.writeJSON(report.json)
        } else {
            for line in report.lines { Console.write(line) }
        }
    }
}
