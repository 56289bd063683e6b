internal import HumanReview

/// The panels of some figures, in the order they are read.
struct DashboardPanels {
    let figures: LeadFigures
    /// Columns of the screen each may take.
    let width: Int
    /// The most classes of a model that are shown.
    var mostClasses = DashboardPanels.fewClasses

    var all: [DashboardPanel] {
        [
            states, overTime, queue, estimate, leases, workers, agreement, classes, confusion,
            drift, audit,
        ]
    }

    private var states: DashboardPanel {
        let largest = max(1, figures.loops.values.max() ?? 1)
        let rows = HumanLoop.Status.allCases.compactMap { status -> DashboardPanel.Row? in
            let count = figures.loops[status] ?? 0
            // Stopping is rare and short.
            guard count > 0 || status != .stopping else { return nil }
            let isBad = status == .failed && count > 0
            return DashboardPanel.Row(
                cells: [
                    .text(Self.name(of: status)), .count(count, isBad ? .bad : .strong),
                    .bar(Double(count) / Double(largest), isBad ? .bad : .accent),
                ], filter: LoopFilter.text(.states([status])))
        }
        return DashboardPanel(
            title: "Loops", figure: .loops, columns: [.text(""), .number(""), .text("")], rows: rows
        )
    }

    private static func name(of status: HumanLoop.Status) -> String {
        status == .inProgress ? "In progress" : status.rawValue
    }

    private var overTime: DashboardPanel {
        let kinds: [(LoopHour.Kind, String, String)] = [
            (.created, "Created", "\(since("created")) bulk:no imported:no"),
            (.completed, "Completed", "\(since("completed")) bulk:no imported:no"),
            (.accepted, "Accepted", "\(since("completed")) bulk:yes"),
        ]
        // Where the columns are narrow, two hours share one.
        let hours = width < 66 ? 12 : 24
        let rows = kinds.map { kind, name, filter in
            DashboardPanel.Row(
                cells: [
                    .text(name), .count(figures.count(kind, inLastHours: 24), .strong),
                    .sparkline(BlockText.joined(figures.hourly[kind]?.suffix(24) ?? [], to: hours)),
                    .count(figures.count(kind, inLastHours: 14 * 24)),
                    .sparkline(figures.daily(kind)),
                ], filter: filter)
        }
        return DashboardPanel(
            title: "Over time", figure: .loopsOverTime,
            columns: [
                .text(""), .number("24 h"), .text("by hour"), .number("14 d"), .text("by day"),
            ], rows: rows)
    }

    /// The term for the hours of the clock that the last 24 are counted in.
    private func since(_ key: String) -> String {
        key + ">=" + Self.minute(ofHour: figures.time.hour - 23)
    }

    private static func minute(ofHour hour: Int64) -> String {
        let time = Timestamp(milliseconds: hour * Timestamp.millisecondsOfHour)
        return String(time.iso8601.prefix(16))
    }

    /// The loops of a band of the queue's ages.
    private func filter(from low: Int64?, below high: Int64?) -> String {
        let terms = [low.map { "age>=\($0)h" }, high.map { "age<\($0)h" }]
        return (["state:inprogress"] + terms.compactMap(\.self)).joined(separator: " ")
    }

    private var queue: DashboardPanel {
        let queue = figures.queue
        let limit = SpanText.of(milliseconds: queue.ageLimitMilliseconds)
        let isLate = queue.overAge > 0
        let late = DashboardPanel.Row(
            cells: [
                .text("Older than \(limit)", isLate ? .bad : .plain),
                .count(queue.overAge, .bad),
                .bar(Self.share(queue.overAge, queue.depth), .bad),
            ], filter: "state:inprogress age>\(queue.ageLimitMilliseconds / 60_000)min")
        let lows = [nil] + queue.ages.map(\.hours)
        let ages = zip(queue.ages, lows).map { band, low in
            DashboardPanel.Row(
                cells: [
                    .text(band.hours.map { "Below \(Self.hours($0))" } ?? "Older", .muted),
                    .count(band.count), .bar(Self.share(band.count, queue.depth)),
                ], filter: filter(from: low, below: band.hours))
        }
        let oldest = queue.oldestMilliseconds.map { "oldest " + SpanText.of(milliseconds: $0) }
        return DashboardPanel(
            title: "Queue: \(Counted.of(queue.depth))" + (oldest.map { ", " + $0 } ?? ""),
            figure: .age, columns: [.text(""), .number(""), .text("")],
            rows: queue.depth > 0 ? [late] + ages : [], empty: "Nothing waits")
    }

    private static func hours(_ hours: Int64) -> String {
        hours <= 24 ? "\(hours) h" : "\(hours / 24) d"
    }

    static func share(_ part: Int, _ whole: Int) -> Double {
        whole > 0 ? Double(part) / Double(whole) : 0
    }

    private var estimate: DashboardPanel {
        var rows: [DashboardPanel.Row] = []
        if let estimate = figures.estimate {
            let finish = estimate.finish(from: figures.time)
            let entries = [
                ("Middle", estimate.workingHours.middle, finish.middle, DashboardCell.Tone.strong),
                ("1 in 10 sooner than", estimate.workingHours.low, finish.low, .plain),
                ("1 in 10 later than", estimate.workingHours.high, finish.high, .plain),
            ]
            rows = entries.map { name, hours, time, tone in
                DashboardPanel.Row(
                    cells: [
                        .text(name), .text(FigureText.hours(hours), tone),
                        .text(FigureText.date(time.iso8601), tone),
                    ], filter: "state:inprogress")
            }
        }
        return DashboardPanel(
            title: "Time to finish", figure: .estimate,
            columns: [.text(""), .number("working h"), .text("UTC")], rows: rows,
            empty: figures.queue.depth == 0
                ? "Nothing remains" : "Three hours with completed loops are needed")
    }

    private var leases: DashboardPanel {
        let rows = figures.leases.prefix(12).map { lease in
            DashboardPanel.Row(
                cells: [
                    .text(lease.worker),
                    .text(lease.isLive ? "live" : "stale", lease.isLive ? .good : .warning),
                    .text(lease.loop, .muted),
                ], filter: LoopFilter.text(.name(prefix: lease.loop)))
        }
        let more = figures.leases.count - rows.count
        return DashboardPanel(
            title: "Leases: \(figures.leases.count)" + (more > 0 ? ", \(more) not shown" : ""),
            figure: .leases, columns: [.text("worker"), .text(""), .text("loop")],
            rows: Array(rows), empty: "Nobody holds a task")
    }
}
