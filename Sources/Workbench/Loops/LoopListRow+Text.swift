internal import Annotations
internal import HumanReview
internal import Screen

extension LoopListRow {
    /// `2 dog, cat`, as many classes as fit; the rest as a count: `3 dog, cat +2`.
    func classesText(width: Int) -> String {
        guard !labels.isEmpty else { return "-" }
        let names = labels.map { $0.count == 1 ? $0.label : "\(Counted.of($0.count)) \($0.label)" }
        for shown in stride(from: names.count, through: 1, by: -1) {
            let rest = names.count - shown
            let text =
                names.prefix(shown).joined(separator: ", ") + (rest == 0 ? "" : " +\(rest)")
            if DisplayWidth.of(text) <= width { return text }
        }
        return names[0]
    }

    /// Who answered, holds or is to have it.
    var workerText: String {
        if let holder { return "held " + holder.name }
        if !workers.isEmpty {
            return workers.map(\.name).joined(separator: ", ") + (isBulk ? " (bulk)" : "")
        }
        return assignee.map { "for " + $0.name } ?? "-"
    }

    /// Why people were asked.
    var reasonText: String {
        switch reason {
        case .noDetection: "saw nothing"
        case .lowScore: "unsure"
        case .reviewLabel: "class"
        case .audit: "audit"
        case .sentToReview: "sent"
        case nil: isBulk ? "accepted" : ""
        }
    }
}
