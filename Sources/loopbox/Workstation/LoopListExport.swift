import HumanReview
import OrderedJSON
import ReviewStore

/// Writes a list of loops to a file that appears whole or not at all: JSON lines, or CSV when the name
/// of the file ends so.
nonisolated struct LoopListExport {
    let store: any WorkstationStore
    let path: String
    let time: Timestamp

    private static let pageLength = 1_000
    private static let columns = [
        "HumanLoopName", "HumanLoopStatus", "CreationTime", "score", "model", "reason", "labels",
        "workers", "holder", "assignee", "isBulk", "image", "OutputS3Uri",
    ]

    /// Writes the loops that were chosen.
    ///
    /// - Returns: how many.
    /// - Throws: ``ReviewError``.
    func write(_ selection: LoopSelection) throws -> Int {
        var bytes: [UInt8] = isCSV ? Array((Self.columns.joined(separator: ",") + "\r\n").utf8) : []
        var count = 0
        try forEach(selection) { row in
            bytes.append(contentsOf: line(row).utf8)
            count += 1
        }
        try AtomicFile.write(bytes, to: path)
        return count
    }

    private var isCSV: Bool { path.lowercased().hasSuffix(".csv") }

    private func forEach(_ selection: LoopSelection, _ visit: (LoopListRow) -> Void) throws {
        switch selection {
        case .named(let names):
            for name in names { visit(try store.loopView(name, for: Worker(name: "")).row) }
        case .matching(let filter, let exceptions):
            var position: LoopPosition?
            repeat {
                let page = try store.loopPage(
                    filter, after: position, limit: Self.pageLength, at: time, budget: 1_000)
                page.rows.filter { !exceptions.contains($0.loop.name) }.forEach(visit)
                position = page.next
            } while position != nil
        }
    }

    private func line(_ row: LoopListRow) -> String {
        guard isCSV else { return JSONWriter().write(row.json) + "\n" }
        let labels = row.labels.map { "\($0.count) \($0.label)" }.joined(separator: "; ")
        let fields = [
            row.loop.name, row.loop.status.rawValue, row.loop.creationTime.iso8601,
            row.loop.score.map { "\($0)" } ?? "", row.model ?? "", row.reason?.rawValue ?? "",
            labels, row.workers.map(\.name).joined(separator: "; "), row.holder?.name ?? "",
            row.assignee?.name ?? "", row.isBulk ? "true" : "false", row.loop.image.path,
            row.loop.outputURI,
        ]
        return fields.map(Self.quoted).joined(separator: ",") + "\r\n"
    }

    /// A field as RFC 4180 has it.
    private static func quoted(_ field: String) -> String {
        let isPlain = field.unicodeScalars.allSatisfy { !",\"\r\n".unicodeScalars.contains($0) }
        if isPlain { return field }
        var text = "\""
        for scalar in field.unicodeScalars {
            if scalar == "\"" { text += "\"" }
            text.unicodeScalars.append(scalar)
        }
        return text + "\""
    }
}
