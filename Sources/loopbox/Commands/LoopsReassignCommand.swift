import ArgumentParser
import HumanReview

/// `loopbox loops reassign`: loops for one worker alone, or for everybody again.
struct LoopsReassignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reassign", abstract: "Give loops to one worker alone, or to everybody again.")

    @ParentCommand var loops: LoopsCommand
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var selection: LoopSelectionOptions

    @Option(help: ArgumentHelp("Who alone is to be given them.", valueName: "worker"))
    var to: String?

    @Flag(name: .customLong("to-everybody"), help: "Everybody may be given them again.")
    var isForEverybody = false

    func validate() throws {
        guard (to == nil) == isForEverybody else {
            throw ValidationError("say --to WORKER or --to-everybody")
        }
        if let to, to.isEmpty || PrintableText.of(to) != to || to.count > 64 {
            throw ValidationError("--to '\(to)': a name is 1 to 64 printable characters")
        }
    }

    func run() throws {
        try LoopActionRun(
            action: .reassign(to: to.map(Worker.init(name:))), options: selection,
            workspace: options.merged(over: loops.mergedOptions)
        ).run()
    }
}
