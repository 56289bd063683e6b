import Annotations
import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore
import Workbench

/// `loopbox accept`: the sheets of what the model is sure of, or all of it at once without a screen.
struct AcceptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Accept what the model is sure of: on the screen, or all above a score at once.",
        discussion: """
            Without --min-score it opens the workstation on the sheets of confident images. With it, \
            every confident image whose highest score is at least that becomes a completed loop, \
            answered by you; --dry-run tells how many that would be.
            """)

    @ParentCommand var root: Loopbox
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var screen: ScreenOptions

    @Option(
        name: .customLong("min-score"),
        help: ArgumentHelp("Accept images whose highest score is this or more.", valueName: "score")
    )
    var minimumScore: Double?

    @Option(
        name: .customLong("label"),
        help: ArgumentHelp(
            "Only images whose surest box is of this class; may be repeated.", valueName: "class"))
    var labels: [String] = []

    @Option(
        help: ArgumentHelp("Only what this model version predicted.", valueName: "version"))
    var model: String?

    @Option(help: ArgumentHelp("Accept so many at most, the surest.", valueName: "count"))
    var limit: Int?

    @Flag(name: .customLong("dry-run"), help: "Change nothing; tell what would be accepted.")
    var isDryRun = false

    @Flag(
        name: .customLong("undo"),
        help: "Take back what you accepted last, unless it was exported or changed since.")
    var isUndo = false

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func validate() throws {
        if let minimumScore, !(0...1).contains(minimumScore) {
            throw ValidationError("--min-score \(minimumScore): a score is from 0 to 1")
        }
        if let limit, limit < 1 {
            throw ValidationError("--limit \(limit): at least 1 image is accepted")
        }
        let isFiltered =
            minimumScore != nil || !labels.isEmpty || model != nil || limit != nil || isDryRun
        if isUndo, isFiltered {
            throw ValidationError(
                "--undo takes back the latest acceptance as a whole; give it alone")
        }
        if minimumScore == nil, isFiltered || isJSON, !isUndo {
            throw ValidationError("--min-score is missing: the least score that is accepted")
        }
    }

    func run() throws {
        let options = options.merged(over: root.options)
        let worker = try options.resolvedWorker()
        guard minimumScore != nil || isUndo else { return try openScreen(options, worker) }
        let open = try OpenWorkspace(options)
        if isUndo { return try undo(in: open, by: worker) }
        let filter = try filter(in: open)
        if isDryRun { return try tell(filter, in: open) }
        try accept(filter, in: open, by: worker)
    }

    private func openScreen(_ options: WorkspaceOptions, _ worker: Worker) throws {
        guard Console.isTerminal else {
            throw CommandError(
                "accept: no terminal to show the sheets on; --min-score accepts without a screen",
                status: .usage)
        }
        screen.prepareQueue()
        try ReviewCommand.openWorkstation(
            on: try OpenWorkspace(options), worker: worker, screen, at: .accept)
    }

    /// What the options ask for; a class or version that is none is named.
    private func filter(in open: OpenWorkspace) throws -> ConfidentFilter {
        for label in labels where open.flow.labels.classID(of: label) == nil {
            throw CommandError(
                "--label '\(label)': none of the classes of flow \(open.flow.name), which are "
                    + open.flow.labels.names.joined(separator: ", "), status: .usage)
        }
        let models = try open.store.confidentFacets().models.map(\.name)
        if let model, !models.contains(model) {
            let known = models.isEmpty ? "no image is confident" : models.joined(separator: ", ")
            throw CommandError(
                "--model '\(model)': no confident image is by this version; there are those by "
                    + known, status: .usage)
        }
        return ConfidentFilter(
            minimumScore: minimumScore ?? 0, labels: Set(labels), model: model)
    }

    private func tell(_ filter: ConfidentFilter, in open: OpenWorkspace) throws {
        let count = try open.store.confidentCount(filter)
        let taken = limit.map { min($0, count) } ?? count
        let total = try open.store.confidentCount(ConfidentFilter())
        guard !isJSON else {
            return write([
                .init("dryRun", .bool(true)), .init("accepted", .count(0)),
                .init("wouldAccept", .count(taken)), .init("confident", .count(total)),
            ])
        }
        let confident = Counted.of(total, "confident image")
        Console.write("would accept \(Counted.of(taken)) of \(confident); nothing was changed")
    }

    private func accept(_ filter: ConfidentFilter, in open: OpenWorkspace, by worker: Worker) throws
    {
        let line = AcceptProgress(isShown: Console.isErrorTerminal)
        let outcome = try open.store.decide(
            SheetDecision(accepted: .all(filter, limit: limit)), by: worker, at: SystemClock.now
        ) { line.show($0) }
        line.clear()
        let rest = try open.store.confidentCount(ConfidentFilter())
        guard !isJSON else {
            return write([
                .init("accepted", .count(outcome.accepted)), .init("confident", .count(rest)),
                .init("output", .string(open.workspace.outputPath)),
            ])
        }
        let left = Counted.of(rest, "confident image is", "confident images are") + " left"
        Console.write("accepted \(Counted.of(outcome.accepted, "image")); \(left)")
        guard outcome.accepted > 0 else { return }
        Console.write("outputs  \(open.workspace.outputPath)")
        let exported = outcome.accepted == 1 ? "it back until it is" : "them back until they are"
        Console.write("'loopbox accept --undo' takes \(exported) exported")
    }

    private func undo(in open: OpenWorkspace, by worker: Worker) throws {
        guard let number = try open.store.latestDecision(of: worker) else {
            throw CommandError("--undo: \(worker.name) has accepted nothing that can be taken back")
        }
        let undo = try open.store.undoDecision(number, by: worker, at: SystemClock.now)
        guard !isJSON else {
            return write([
                .init("undone", .count(undo.accepted + undo.reviewed)),
                .init("keptInReview", .count(undo.kept)), .init("boxes", .count(undo.boxes)),
            ])
        }
        if undo.boxes > 0 {
            Console.write("took back what was said of \(Counted.boxes(undo.boxes))")
        }
        let count = undo.accepted + undo.reviewed
        let again = count == 1 ? "it is" : "they are"
        Console.write("took back \(Counted.of(count, "image")); \(again) confident again")
        if undo.kept > 0 {
            let (were, stay) =
                undo.kept == 1 ? ("was", "stays as it is") : ("were", "stay as they are")
            Console.write(
                "\(Counted.of(undo.kept)) that \(were) opened in review or used since \(stay)")
        }
    }

    private func write(_ members: [JSONValue.Member]) {
        Console.writeJSON(.object(members))
    }
}
