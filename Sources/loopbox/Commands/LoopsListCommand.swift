import Annotations
import ArgumentParser
import HumanReview
import OrderedJSON
import ReviewStore

/// `loopbox loops list`: every loop, or those of a status, oldest first.
struct LoopsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the loops, oldest first.")

    private static let pageLength = 1000

    @ParentCommand var loops: LoopsCommand
    @OptionGroup var options: WorkspaceOptions

    @Option(
        help: ArgumentHelp(
            "Only loops of this status: "
                + HumanLoop.Status.allCases.map(\.rawValue).joined(separator: ", ") + ".",
            valueName: "status"))
    var status: String?

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func validate() throws {
        if let status, HumanLoop.Status(rawValue: status) == nil {
            throw ValidationError("--status '\(status)': there is no such status")
        }
    }

    func run() throws {
        let open = try OpenWorkspace(options.merged(over: loops.mergedOptions))
        guard isJSON else {
            Console.write(Self.row("LOOP", "STATUS", "SCORE", "CREATED", "IMAGE"))
            return try forEach(in: open) { Console.write(Self.row(of: $0)) }
        }
        try writeJSON(of: open)
    }

    /// An array, a line a loop, written as it is read: a comma follows when the next loop is known.
    private func writeJSON(of open: OpenWorkspace) throws {
        var waiting: String?
        try forEach(in: open) { loop in
            Console.writeJSON(waiting.map { $0 + "," } ?? "[")
            waiting = JSONWriter().write(loop.describeHumanLoop)
        }
        Console.writeJSON(waiting.map { $0 + "\n]" } ?? "[]")
    }

    private func forEach(in open: OpenWorkspace, _ visit: (HumanLoop) -> Void) throws {
        let wanted = status.flatMap(HumanLoop.Status.init(rawValue:))
        var last: String?
        repeat {
            let page = try open.store.loops(status: wanted, after: last, limit: Self.pageLength)
            page.forEach(visit)
            last = page.count == Self.pageLength ? page.last?.name : nil
        } while last != nil
    }

    private static func row(of loop: HumanLoop) -> String {
        row(
            loop.name, loop.status.rawValue, loop.score.map { Self.score($0) } ?? "-",
            loop.creationTime.iso8601Seconds, loop.image.path)
    }

    private static func row(
        _ name: String, _ status: String, _ score: String, _ created: String, _ image: String
    ) -> String {
        name.padded(to: 38) + status.padded(to: 12) + score.padded(to: 7) + created.padded(to: 22)
            + image
    }

    /// A score to three places.
    private static func score(_ score: Double) -> String {
        let thousandths = String(Int((min(max(score, 0), 1) * 1000).rounded()))
        let digits = String(repeating: "0", count: max(0, 4 - thousandths.count)) + thousandths
        return digits.prefix(1) + "." + digits.dropFirst()
    }
}
