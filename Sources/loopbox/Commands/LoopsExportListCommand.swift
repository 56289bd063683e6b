import ArgumentParser
import HumanReview
import ReviewStore

/// `loopbox loops export-list`: the list as a file.
struct LoopsExportListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export-list",
        abstract: "Write the list of loops to a file: JSON lines, or CSV when its name ends so.",
        discussion: LoopFilterText.help)

    @ParentCommand var loops: LoopsCommand
    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "Only loops that this lets through; all without it.")
    var filter: [String] = []

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The file to write; it appears whole or not at all.", valueName: "file"))
    var output: String

    func run() throws {
        let filter = try LoopFilterText.filter(filter, order: .oldestFirst)
        let open = try OpenWorkspace(options.merged(over: loops.mergedOptions))
        try open.reportUnknownNames(in: filter)
        let export = LoopListExport(store: open.store, path: output, time: SystemClock.now)
        let count = try export.write(.matching(filter, except: []))
        Console.write("\(Counted.loops(count)) written to \(output)")
    }
}
