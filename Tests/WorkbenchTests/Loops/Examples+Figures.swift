import HumanReview

extension LeadFigures {
    /// A store of more than a million loops, where everything has something to tell.
    static let example = LeadFigures(exampleRecords)

    static let exampleRecords: LeadRecords = {
        // 2023-11-14 22:13:20 UTC, as the scripted reviewers' clock.
        let now = Timestamp(milliseconds: 1_700_000_000_000)
        var records = LeadRecords(time: now, ageLimitMilliseconds: Timestamp.millisecondsOfDay)
        records.loops = [.inProgress: 4_321, .completed: 1_234_567, .stopped: 98, .failed: 7]
        records.oldestWaiting = Timestamp(milliseconds: now.milliseconds - 300_000_000)
        records.overAge = 1_203
        records.waiting = [1: 4_303, 4: 4_203, 24: 1_203, 72: 1_203, 168: 0]
        for back in 0..<Int64(336) where back % 24 >= 5 && back % 24 < 14 {
            records.hours += [
                LoopHour(hour: now.hour - back, kind: .completed, count: 200 + Int(back % 7) * 30),
                LoopHour(hour: now.hour - back, kind: .accepted, count: Int(back % 5) * 400),
            ]
        }
        records.hours += (0..<Int64(336)).map {
            LoopHour(hour: now.hour - $0, kind: .created, count: 90 + Int($0 % 11))
        }
        records.leases = [
            LeaseStanding(
                worker: "ana", loop: "3f2a77c0-9d1e-4a55-8d0a-5a8f2f6d1c11", isLive: true),
            LeaseStanding(
                worker: "ben", loop: "7bb0a1d4-0c4e-4f8e-9f66-0d1f8be0c210", isLive: false),
        ]
        for (rank, name) in ["ana", "benjamin-longname", "cleo"].enumerated() {
            let scale = 3 - rank
            records.totals[name] = WorkerDay(
                answers: 41_152 * scale, activeMilliseconds: 9_876_543_210,
                accepted: 120_000 * rank,
                compared: 41_000 * scale, unchanged: 12_300 * scale, sentBack: 411)
            for day in 0..<Int64(14) {
                records.days[WorkerDay.Key(worker: name, day: now.day - day)] = WorkerDay(
                    answers: Int(day * day) * scale % 97)
            }
            var model = Agreement(
                loops: 41_000 * scale,
                matched: MatchTotals(count: 1000, unmoved: 400, overlapMillionths: 870_000_000))
            model.labels["dog"] = Agreement.LabelCounts(first: 1000, second: 1000, both: 1000)
            records.answers.pairs[AnswerFigures.WorkerPair(first: name, second: nil)] = model
        }
        // 300 dogs and 200 cats of both, and twelve cats that the second called dogs.
        var pair = Agreement(
            loops: 512, matched: MatchTotals(count: 512, overlapMillionths: 512 * 910_000))
        pair.labels["dog"] = Agreement.LabelCounts(first: 300, second: 312, both: 300)
        pair.labels["cat"] = Agreement.LabelCounts(first: 212, second: 200, both: 200)
        records.answers.pairs[AnswerFigures.WorkerPair(first: "ana", second: "cleo")] = pair
        let matches: [(String?, String?, Int, Int)] = [
            ("dog", "dog", 812_345, 400_000), ("cat", "cat", 50_000, 30_000),
            ("dog", "cat", 1_200, 0),
            ("cat", "dog", 3_400, 0), ("dog", nil, 7_000, 0), (nil, "cat", 9_000, 0),
            ("aeroplane", "aeroplane", 800, 700), (nil, "person", 15, 0),
        ]
        for (first, second, count, unmoved) in matches {
            records.answers.modelMatches[
                AnswerFigures.ModelMatch(
                    modelVersion: "street-2", labels: LabelPair(first, second))] = MatchTotals(
                    count: count, unmoved: unmoved,
                    overlapMillionths: unmoved * 1_000_000 + (count - unmoved) * 880_000)
        }
        records.versions = ["street-1", "street-2"]
        records.versionInService = "street-2"
        records.scores = [
            "street-1": Dictionary(uniqueKeysWithValues: (-1..<20).map { ($0, 10_000) }),
            "street-2": Dictionary(uniqueKeysWithValues: (-1..<20).map { ($0, 2_000 * ($0 + 1)) }),
        ]
        records.labels = ["street-1": ["dog": 10, "cat": 10], "street-2": ["dog": 12, "cat": 9]]
        for (index, audited, errors, accepted) in [
            (16, 120, 31, 9_000), (17, 400, 21, 30_000), (18, 1_100, 9, 90_000),
            (19, 1_000, 0, 210_000),
        ] {
            records.answers.bands[AnswerFigures.ModelBand(modelVersion: "street-2", index: index)] =
                ScoreBand(
                    index: index, audited: audited, auditErrors: errors, accepted: accepted,
                    corrected: errors / 3)
        }
        return records
    }()

    /// A store in which nothing has happened.
    static let nothing = LeadFigures(
        LeadRecords(
            time: Timestamp(milliseconds: 1_700_000_000_000),
            ageLimitMilliseconds: Timestamp.millisecondsOfDay))
}
