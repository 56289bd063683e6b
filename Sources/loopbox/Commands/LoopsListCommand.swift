import Annotations
import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox loops list`: every loop, or those a filter lets through, oldest first unless it says else.
struct LoopsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the loops, oldest first.",
        discussion: LoopFilterText.help)

    private static let pageLength = 1000

    @ParentCommand var loops: LoopsCommand
    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "Only loops that this lets through, such as 'state:completed label:dog'.")
    var filter: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only loops of this status: "
                + HumanLoop.Status.allCases.map(\.rawValue).joined(separator: ", ") + ".",
            valueName: "status"))
    var status: String?

    @Option(help: ArgumentHelp("The first so many.", valueName: "n"))
    var limit: Int?

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func validate() throws {
        if let status, HumanLoop.Status(rawValue: status) == nil {
            throw ValidationError("--status '\(status)': there is no such status")
        }
        if let limit, limit < 0 { throw ValidationError("--limit \(limit): it is 0 or more") }
    }

    func run() throws {
        let filter = try wanted
        let open = try OpenWorkspace(options.merged(over: loops.mergedOptions))
        try open.reportUnknownNames(in: filter)
        guard isJSON else {
            Console.write(Self.row("LOOP", "STATUS", "SCORE", "CREATED", "WORKER", "IMAGE"))
            return try forEach(filter, in: open) {
                Console.write(Self.row(of: $0, around: open.flow.activationConditions.bounds))
            }
        }
        try writeJSON(of: filter, open)
    }

    private var wanted: LoopFilter {
        get throws {
            var filter = try LoopFilterText.filter(self.filter, order: .oldestFirst)
            if let status = status.flatMap(HumanLoop.Status.init(rawValue:)) {
                filter.terms.append(LoopFilter.Term(.states([status])))
            }
            return filter
        }
    }

    /// An array, a line a loop, written as it is read: a comma follows when the next loop is known.
    private func writeJSON(of filter: LoopFilter, _ open: OpenWorkspace) throws {
        var waiting: String?
        try forEach(filter, in: open) { row in
            Console.writeJSON(waiting.map { $0 + "," } ?? "[")
            waiting = JSONWriter().write(row.json)
        }
        Console.writeJSON(waiting.map { $0 + "\n]" } ?? "[]")
    }

    private func forEach(
        _ filter: LoopFilter, in open: OpenWorkspace, _ visit: (LoopListRow) -> Void
    ) throws {
        var position: LoopPosition?
        var left = limit ?? .max
        let now = SystemClock.now
        repeat {
            let page = try open.store.loopPage(
                filter, after: position, limit: min(left, Self.pageLength), at: now, budget: 1_000)
            page.rows.forEach(visit)
            left -= page.rows.count
            position = page.next
        } while position != nil && left > 0
    }

    private static func row(of row: LoopListRow, around bounds: [Double]) -> String {
        Self.row(
            row.loop.name, row.loop.status.rawValue,
            row.loop.score.map { ScoreText.of($0, digits: 3, around: bounds) } ?? "-",
            row.loop.creationTime.iso8601Seconds, worker(of: row), row.loop.image.path)
    }

    private static func worker(of row: LoopListRow) -> String {
        if let holder = row.holder { return "held " + holder.name }
        if !row.workers.isEmpty { return row.workers.map(\.name).joined(separator: ",") }
        return row.assignee.map { "for " + $0.name } ?? "-"
    }

    private static func row(
        _ name: String, _ status: String, _ score: String, _ created: String, _ worker: String,
        _ image: String
    ) -> String {
        name.padded(to: 38) + status.padded(to: 12) + score.padded(to: 7) + created.padded(to: 22)
            + worker.padded(to: 14) + image
    }
}
