internal import Annotations
internal import HumanReview

/// What the panel says of a loop, line by line, the most telling first.
struct LoopFacts {
    /// A line of the panel.
    enum Line: Hashable {
        case gap
        case title(String, detail: String)
        case status(HumanLoop.Status, age: String)
        case fact(String, String)
        /// A box of a class, and its score or what became of it.
        case box(String, String)
        case text(String)
    }

    let view: LoopView
    let now: Timestamp
    let width: Int
    /// Rows of the panel.
    let rows: Int
    /// Writes a score.
    let scoreText: (Double) -> String

    private static let fewestBoxes = 6

    var lines: [Line] { head + boxes + answers + journal + paths }

    /// Boxes the panel has room for beside everything else.
    private var mostBoxes: Int {
        let others = [head, answers, journal, paths].reduce(2) { $0 + $1.count }
        return max(Self.fewestBoxes, rows - others)
    }

    private var head: [Line] {
        let row = view.row
        let loop = row.loop
        var lines: [Line] = [
            .status(
                loop.status, age: Age.text(from: loop.creationTime, to: now) + " old"),
            .fact("score", loop.score.map(scoreText) ?? "no detection"),
        ]
        if let model = row.model { lines.append(.fact("model", model)) }
        if !row.reasonText.isEmpty { lines.append(.fact("because", row.reasonText)) }
        if let holder = row.holder { lines.append(.fact("held by", holder.name)) }
        if let assignee = row.assignee { lines.append(.fact("only for", assignee.name)) }
        if let reason = loop.failureReason {
            lines += TextWrap.lines(reason, width: width).prefix(3).map(Line.text)
        }
        return lines
    }

    /// What became of the model's boxes, what was changed first; before the first answer the boxes.
    private var boxes: [Line] {
        guard let differences = view.differences else {
            return [.gap, .title("Model", detail: Counted.boxes(view.proposals.count))]
                + list(view.proposals.map { ($0.label, $0.score.map(scoreText) ?? "") })
        }
        let changed = differences.changes.filter { $0.kind != .kept }
        let detail =
            changed.isEmpty
            ? "none changed" : "\(changed.count) of \(differences.changes.count) changed"
        let kept = differences.changes.filter { $0.kind == .kept }
        return [.gap, .title("Boxes", detail: detail)] + list((changed + kept).map(\.line))
    }

    private var answers: [Line] {
        guard !view.answers.isEmpty else { return [.gap, .text("Nobody has answered yet")] }
        let title = Line.title("Answers", detail: "\(view.answers.count)")
        return [.gap, title]
            + view.answers.map { answer in
                // What was imported took no time here.
                let time = answer.activeMilliseconds
                return .fact(
                    answer.worker.name,
                    Counted.boxes(answer.boxes.count)
                        + (time > 0 ? ", " + ActiveTime.text(time) : ""))
            }
    }

    private func list(_ boxes: [(String, String)]) -> [Line] {
        let shown = boxes.count > mostBoxes ? mostBoxes - 1 : boxes.count
        let rest = boxes.count - shown
        return boxes.prefix(shown).map { .box($0.0, $0.1) }
            + (rest > 0 ? [.text(" and \(rest) more")] : [])
    }

    private var journal: [Line] {
        guard !view.journal.isEmpty else { return [] }
        var byWorker: [(worker: Worker, parts: [String])] = []
        for entry in view.journal where entry.kind != .activity {
            let part =
                entry.count == 1 ? entry.kind.rawValue : "\(entry.count) \(entry.kind.rawValue)"
            if let index = byWorker.firstIndex(where: { $0.worker == entry.worker }) {
                byWorker[index].parts.append(part)
            } else {
                byWorker.append((entry.worker, [part]))
            }
        }
        let when = view.lastEntry.map { Age.text(from: $0, to: now) + " ago" } ?? ""
        return [.gap, .title("Journal", detail: when)]
            + byWorker.flatMap { entry in
                TextWrap.lines(
                    entry.worker.name + ": " + entry.parts.joined(separator: ", "), width: width
                ).map(Line.text)
            }
    }

    private var paths: [Line] {
        let loop = view.row.loop
        return [.gap, .title("Files", detail: "")]
            + [loop.image.path, loop.name, loop.outputURI].flatMap { Self.cut($0, width: width) }
            .map(Line.text)
    }

    /// A path in pieces, since it has no blanks to be broken at.
    private static func cut(_ path: String, width: Int) -> [String] {
        var rest = Substring(path)
        var lines: [String] = []
        while !rest.isEmpty, lines.count < 4 {
            lines.append(String(rest.prefix(max(1, width))))
            rest = rest.dropFirst(max(1, width))
        }
        return lines
    }
}

extension BoxDifferences.Change {
    /// The box as people left it, else as it was, and what became of it.
    fileprivate var line: (String, String) {
        let label = after?.label ?? before?.label ?? ""
        return switch kind {
        case .kept, .added, .removed: (label, kind.rawValue)
        case .moved: (label, "moved " + Percent.of(overlap))
        case .relabelled: (label, "was \(before?.label ?? "")")
        }
    }
}
