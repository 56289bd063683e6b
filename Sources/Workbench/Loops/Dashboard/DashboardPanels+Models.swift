internal import HumanReview

extension DashboardPanels {
    /// Classes that are shown where there is no room for all.
    static let fewClasses = 8

    /// The latest version that people have answered something about, or the latest.
    private var model: ModelFigures? {
        figures.models.first { !$0.classes.isEmpty } ?? figures.models.first
    }

    private var modelTitle: String {
        model.map { " of " + Self.short($0.version, 20) } ?? ""
    }

    var classes: DashboardPanel {
        let all = model?.classes ?? []
        let rows = all.prefix(mostClasses).map { entry in
            DashboardPanel.Row(
                cells: [
                    .text(Self.short(entry.label, 12)), .count(entry.kept, .good),
                    .count(entry.moved),
                    .text(FigureText.ratio(entry.meanOverlapOfMoved), .muted),
                    .count(entry.relabelled, .warning), .count(entry.removed, .warning),
                    .count(entry.added, .warning),
                    .text(FigureText.percent(entry.precision.estimate), .strong),
                ],
                filter: model.map {
                    LoopFilter.text(.labels([entry.label]), .models([$0.version]))
                } ?? LoopFilter.text(.labels([entry.label])))
        }
        let more = all.count - rows.count
        return DashboardPanel(
            title: "People on the boxes" + modelTitle
                + (more > 0 ? ", " + Counted.of(more, "more class", "more classes") : ""),
            figure: .classes,
            columns: [
                .text(""), .number("kept"), .number("moved"), .number("IoU"), .number("relabel"),
                .number("removed"), .number("added"), .number("right"),
            ], rows: Array(rows), empty: "No answer to an image the model has seen")
    }

    /// What the model's boxes of a class turned out to be, as shares of the class.
    var confusion: DashboardPanel {
        let fitting = max(1, (width - 13) / 6 - 1)
        let labels = (model?.classes ?? []).prefix(min(mostClasses, fitting)).map(\.label)
        let kinds: [String?] = labels.map { $0 } + [nil]
        let rows = kinds.map { first -> DashboardPanel.Row in
            let counts = kinds.map { model?.confusion[LabelPair(first, $0)] ?? 0 }
            let total = (model?.confusion ?? [:]).reduce(0) {
                $0 + ($1.key.first == first ? $1.value : 0)
            }
            return DashboardPanel.Row(
                cells: [.text(Self.short(first ?? "none", 12))]
                    + counts.map { count in
                        let share = Self.share(count, total)
                        return count == 0
                            ? .text("·", .muted) : .text(FigureText.percent(share), .heat(share))
                    }, filter: first.map { LoopFilter.text(.labels([$0])) })
        }
        return DashboardPanel(
            title: "Confusion" + modelTitle + ": model by people", figure: .confusion,
            columns: [.text("")]
                + kinds.map { .number(String(($0 ?? "none").prefix(5))) },
            rows: labels.isEmpty ? [] : rows, empty: "No answer to an image the model has seen",
            space: 1)
    }

    var drift: DashboardPanel {
        let rows = figures.models.prefix(6).map { model in
            DashboardPanel.Row(
                cells: [
                    .text(Self.short(model.version, 16), model.isInService ? .strong : .plain),
                    .count(model.predictions), Self.distance(model.drift?.scores),
                    Self.distance(model.drift?.labels),
                    .sparkline(Array(model.scores.dropFirst())),
                ], filter: LoopFilter.text(.models([model.version])))
        }
        return DashboardPanel(
            title: "Drift between model versions", figure: .drift,
            columns: [
                .text(""), .number("images"), .number("scores"), .number("classes"),
                .text("highest score 0 to 1"),
            ], rows: Array(rows), empty: "No model has predicted anything")
    }

    private static func distance(_ distance: Double?) -> DashboardCell {
        guard let distance else { return .text("-", .muted) }
        let tone: DashboardCell.Tone = distance < 0.1 ? .good : distance < 0.25 ? .warning : .bad
        return .text(FigureText.ratio(distance), tone)
    }

    var audit: DashboardPanel {
        let known = figures.bands.filter(\.isKnown).reversed()
        let total = figures.audit
        let rows = known.map { band in
            let rate = band.errorRate
            return DashboardPanel.Row(
                cells: [
                    .text(
                        FigureText.ratio(band.lowerBound) + "-" + FigureText.ratio(band.upperBound)),
                    .count(band.audited), .count(band.auditErrors, .warning),
                    .text(FigureText.percent(rate.estimate), .strong),
                    .text(
                        band.audited > 0
                            ? FigureText.percent(rate.lower) + "-" + FigureText.percent(rate.upper)
                            : "-", .muted),
                    .count(band.accepted), .count(band.corrected, .warning),
                    .bar(rate.estimate ?? 0, .warning),
                ], filter: Self.filter(of: band))
        }
        return DashboardPanel(
            title: total.audited == 0
                ? "Audit"
                : "Audit: \(Counted.of(total.auditErrors)) of "
                    + "\(Counted.of(total.audited)) wrong, "
                    + FigureText.percent(total.errorRate.estimate), figure: .auditErrors,
            columns: [
                .text("score"), .number("audits"), .number("wrong"), .number("rate"),
                .number("95 %"), .number("bulk"), .number("corrected"), .text(""),
            ], rows: rows, empty: "No audit was answered")
    }

    private static func filter(of band: ScoreBand) -> String {
        let upper =
            band.index < ScoreBand.count - 1 ? " score<\(FigureText.ratio(band.upperBound))" : ""
        return "reason:audit score>=\(FigureText.ratio(band.lowerBound))" + upper
    }
}
