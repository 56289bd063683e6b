/// Every figure a lead is shown, computed here alone, so that command, screen and JSON agree; what each
/// means is written in ``Figure``.
package struct LeadFigures: Hashable, Sendable {
    package let time: Timestamp
    package let loops: [HumanLoop.Status: Int]
    package let confident: Int
    package let queued: Int
    /// Loops begun and ended in each of the last ``LeadRecords/hoursBack`` hours; the last is now's.
    package let hourly: [LoopHour.Kind: [Int]]
    package let queue: QueueFigures
    /// Live ones first, then by worker.
    package let leases: [LeaseStanding]
    /// Most answers first.
    package let workers: [WorkerFigures]
    /// People among themselves, then each with the model.
    package let agreement: [AgreementFigures]
    package let estimate: CompletionEstimate?
    /// Latest version first.
    package let models: [ModelFigures]
    /// All ``ScoreBand/count`` bands, of all versions together.
    package let bands: [ScoreBand]

    /// The figures of what a store keeps.
    package init(_ records: LeadRecords) {
        time = records.time
        loops = records.loops
        confident = records.confident
        queued = records.queued
        hourly = Self.hourly(records)
        queue = QueueFigures(records)
        leases = records.leases.sorted {
            ($0.isLive ? 0 : 1, $0.worker, $0.loop) < ($1.isLive ? 0 : 1, $1.worker, $1.loop)
        }
        workers = Self.workers(records)
        agreement = Self.agreement(records)
        estimate = CompletionEstimate(
            remaining: queue.depth, history: (hourly[.completed] ?? []).dropLast())
        models = Self.models(records)
        bands = (0..<ScoreBand.count).map { index in
            records.answers.bands.values.filter { $0.index == index }
                .reduce(ScoreBand(index: index)) { $0.adding($1) }
        }
    }

    /// The audits of all bands together.
    package var audit: ScoreBand { bands.reduce(ScoreBand(index: 0)) { $0.adding($1) } }

    /// Loops of a kind in the last hours, the current one included.
    package func count(_ kind: LoopHour.Kind, inLastHours hours: Int) -> Int {
        (hourly[kind] ?? []).suffix(hours).reduce(0, +)
    }

    /// Loops of a kind in each of the last days of 24 hours; the last ends with the current hour.
    package func daily(_ kind: LoopHour.Kind) -> [Int] {
        let hours = hourly[kind] ?? []
        return stride(from: 0, to: hours.count, by: 24).map { start in
            hours[start..<min(start + 24, hours.count)].reduce(0, +)
        }
    }

    private static func hourly(_ records: LeadRecords) -> [LoopHour.Kind: [Int]] {
        let first = records.time.hour - LeadRecords.hoursBack + 1
        var series = Dictionary(
            uniqueKeysWithValues: LoopHour.Kind.allCases.map {
                ($0, Array(repeating: 0, count: Int(LeadRecords.hoursBack)))
            })
        for entry in records.hours {
            let position = entry.hour - first
            guard (0..<LeadRecords.hoursBack).contains(position) else { continue }
            series[entry.kind]?[Int(position)] += entry.count
        }
        return series
    }

    private static func workers(_ records: LeadRecords) -> [WorkerFigures] {
        let today = records.time.day
        return records.totals.map { name, total in
            WorkerFigures(
                name: name, total: total,
                days: (0..<LeadRecords.daysBack).reversed().map {
                    records.days[WorkerDay.Key(worker: name, day: today - $0)] ?? WorkerDay()
                })
        }.sorted { ($1.total.answers, $0.name) < ($0.total.answers, $1.name) }
    }

    private static func agreement(_ records: LeadRecords) -> [AgreementFigures] {
        records.answers.pairs.map { AgreementFigures($0.key, $0.value) }.sorted {
            ($0.second == nil ? 1 : 0, $0.first, $0.second ?? "")
                < ($1.second == nil ? 1 : 0, $1.first, $1.second ?? "")
        }
    }

    private static func models(_ records: LeadRecords) -> [ModelFigures] {
        var before: ModelFigures?
        var models: [ModelFigures] = []
        for version in records.versions {
            var model = ModelFigures(version, records)
            model.drift = before.map { model.drift(from: $0) }
            before = model
            models.append(model)
        }
        return models.reversed()
    }
}
