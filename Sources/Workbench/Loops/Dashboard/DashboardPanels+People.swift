internal import HumanReview

extension DashboardPanels {
    /// The workers with most answers; the command shows all.
    private static let mostWorkers = 12

    var workers: DashboardPanel {
        let shown = figures.workers.prefix(Self.mostWorkers)
        let more = figures.workers.count - shown.count
        return DashboardPanel(
            title: "Workers: \(figures.workers.count)" + (more > 0 ? ", \(more) not shown" : ""),
            figure: .answers,
            columns: [
                .text(""), .number("answers"), .number("today"), .number("per h"),
                .number("as is"), .number("1st"), .number("active h"), .number("bulk"),
                .text("14 d"),
            ], rows: shown.map(row), empty: "Nobody has answered")
    }

    private func row(_ worker: WorkerFigures) -> DashboardPanel.Row {
        let total = worker.total
        return DashboardPanel.Row(
            cells: [
                .text(DashboardPanels.short(worker.name, 12)), .count(total.answers, .strong),
                .count(worker.today.answers),
                .text(total.answersPerActiveHour.map(FigureText.hours) ?? "-"),
                .text(FigureText.percent(total.acceptance.estimate)),
                .text(FigureText.percent(total.firstPass.estimate)),
                .text(FigureText.hours(Double(total.activeMilliseconds) / 3_600_000)),
                .count(total.accepted),
                .sparkline(worker.days.map(\.answers)),
            ], filter: LoopFilter.text(.workers([worker.name])))
    }

    /// A name in at most so many columns.
    static func short(_ name: String, _ columns: Int) -> String {
        name.count > columns ? name.prefix(columns - 1) + "~" : name
    }

    /// People against the model and each other: mean IoU, on a ground that is brighter the higher it is.
    var agreement: DashboardPanel {
        let names = figures.workers.prefix(Self.mostWorkers).map(\.name)
        let pairs = Dictionary(
            figures.agreement.map { (Pair($0.first, $0.second), $0) }, uniquingKeysWith: { $1 })
        let hasPairs = figures.agreement.contains { $0.second != nil }
        let others = hasPairs ? names.prefix(max(0, (width - Self.beforeOthers) / 4)) : []
        let hidden = hasPairs ? names.count - others.count : 0
        let rows = names.filter { name in
            figures.agreement.contains { $0.first == name || $0.second == name }
        }.map { name in
            let model = pairs[Pair(name, nil)]
            return DashboardPanel.Row(
                cells: [
                    .text(Self.short(name, 8)), Self.overlap(model?.meanOverlap),
                    .text(FigureText.ratio(model?.kappa)),
                ]
                    + others.map { other in
                        Self.overlap(
                            (pairs[Pair(name, other)] ?? pairs[Pair(other, name)])?.meanOverlap)
                    }, filter: LoopFilter.text(.workers([name])))
        }
        return DashboardPanel(
            title: "Agreement (mean IoU)" + (hidden > 0 ? ", \(hidden) columns not shown" : ""),
            figure: .agreement,
            columns: [.text(""), .number("model"), .number("kappa")]
                + others.map { .number(String($0.prefix(3))) },
            rows: rows, empty: "No loop has two opinions", space: 1)
    }

    /// The columns of the name, the model and its kappa.
    private static let beforeOthers = 21

    private struct Pair: Hashable {
        let first: String
        let second: String?

        init(_ first: String, _ second: String?) {
            self.first = first
            self.second = second
        }
    }

    private static func overlap(_ overlap: Double?) -> DashboardCell {
        guard let overlap else { return .text("·", .muted) }
        // Matched boxes overlap by half at least.
        let digits = FigureText.ratio(overlap)
        // Every one but a whole 1 begins with the same digit, which would take a third of the width.
        let text = digits.hasPrefix("0") ? String(digits.dropFirst()) : "1.0"
        return .text(text, .heat(max(0, overlap - 0.5) * 2))
    }
}
