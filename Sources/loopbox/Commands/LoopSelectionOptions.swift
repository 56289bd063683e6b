import ArgumentParser
import HumanReview

/// Which loops a command acts on, and whether it asks first.
struct LoopSelectionOptions: ParsableArguments {
    @Argument(help: "The loops' names.")
    var names: [String] = []

    @Option(
        help: ArgumentHelp(
            "Every loop that this lets through, in place of names; see 'loops list'.",
            valueName: "filter"))
    var filter: String?

    @Flag(name: .customLong("dry-run"), help: "Say what would be done, and do nothing.")
    var isDryRun = false

    @Flag(name: .customLong("yes"), help: "Do it without asking.")
    var isAgreed = false

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func validate() throws {
        guard names.isEmpty == (filter != nil) else {
            throw ValidationError("name the loops, or choose them with --filter, and not both")
        }
    }

    /// The loops.
    ///
    /// - Throws: ``CommandError`` when the filter is none.
    func selection() throws -> LoopSelection {
        guard let filter else { return .named(names) }
        let parsed = try LoopFilterText.filter([filter])
        // An empty filter is more likely a variable that was not set than a wish.
        guard !parsed.terms.isEmpty else {
            throw CommandError(
                "--filter '': it lets every loop through; 'age>=0s' says that you mean it",
                status: .usage)
        }
        return .matching(parsed, except: [])
    }
}
