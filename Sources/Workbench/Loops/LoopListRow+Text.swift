internal import Annotations
internal import HumanReview
internal import Screen

extension LoopListRow {
    /// `2 dog, cat`, as many classes as fit; the rest as a count: `3 dog, cat +2`.
    func classesText(width: Int) -> String {
        guard !labels.isEmpty else { return "-" }
        return Self.fitting(
            labels.map { $0.count == 1 ? $0.label : "\(Counted.of($0.count)) \($0.label)" },
            width: width)
    }

    /// Who answered, holds or is to have it.
    func workerText(width: Int) -> String {
        if let holder { return "held " + holder.name }
        guard !workers.isEmpty else { return assignee.map { "for " + $0.name } ?? "-" }
        let names = workers.map(\.name)
        let inBulk = Self.fitting(names, width: width) + " (bulk)"
        return isBulk && DisplayWidth.of(inBulk) <= width
            ? inBulk : Self.fitting(names, width: width)
    }

    /// As many of some names as fit, and how many more there are.
    private static func fitting(_ names: [String], width: Int) -> String {
        for shown in stride(from: names.count, through: 1, by: -1) {
            let rest = names.count - shown
            let text =
                names.prefix(shown).joined(separator: ", ") + (rest == 0 ? "" : " +\(rest)")
            if DisplayWidth.of(text) <= width { return text }
        }
        return names[0]
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
