import GRDB
import HumanReview

extension LoopQuery {
    /// A condition on a row of `loops`.
    mutating func test(_ condition: LoopCondition) -> String {
        switch condition {
        case .states(let states):
            "loops.status " + bind(anyOf: states.map(\.rawValue))
        case .labels(let labels):
            exists("loop_labels WHERE label \(bind(anyOf: labels)) AND loop_id = loops.id")
        case .score(let comparison, let score):
            "loops.score \(comparison.sql) \(bind(score))"
        case .hasNoScore: "loops.score IS NULL"
        case .workers(let names):
            exists("answers WHERE loop_id = loops.id AND worker \(bind(anyOf: names))")
        case .holders(let names):
            exists("\(Self.heldTask) AND tasks.holder \(bind(anyOf: names))")
        case .isHeld: exists(Self.heldTask)
        case .assignees(let names):
            exists("tasks WHERE loop_id = loops.id AND is_open AND asked \(bind(anyOf: names))")
        case .models(let models):
            exists(
                "predictions WHERE id = loops.prediction_id AND model_version "
                    + bind(anyOf: models))
        case .flows(let flows):
            "loops.flow_id IN (SELECT id FROM flows WHERE name \(bind(anyOf: flows)))"
        case .reasons(let reasons):
            "loops.activation_reason " + bind(anyOf: reasons.map(\.rawValue))
        case .age(let comparison, let age): self.age(comparison, age)
        case .created(let comparison, let span): within(span, comparison, "loops.creation_time")
        case .completed(let comparison, let span):
            within(span, comparison, "loops.completion_time")
        case .isBulk: "loops.bulk_accept_id IS NOT NULL"
        case .isImported: "loops.import_id IS NOT NULL"
        case .isDisputed: exists("disputes WHERE loop_id = loops.id")
        case .image(let glob): exists("images WHERE id = loops.image_id AND \(matches(glob))")
        case .name(let prefix): begins(with: prefix)
        case .word(let word):
            exists("images WHERE id = loops.image_id AND \(contains(word.lowercased()))")
        }
    }

    /// To cut the name out of the path takes longer than to look at all of it first.
    private mutating func matches(_ glob: String) -> String {
        let pattern = bind(glob)
        guard !GlobPattern(glob).isOfPath else { return "path GLOB \(pattern)" }
        return """
            (path GLOB '*/' || \(pattern) OR path GLOB \(pattern)) AND file_name GLOB \(pattern)
            """
    }

    private mutating func contains(_ word: String) -> String {
        let word = bind(word)
        return "instr(lower(path), \(word)) > 0 AND instr(lower(file_name), \(word)) > 0"
    }

    private static let heldTask =
        "tasks WHERE loop_id = loops.id AND \(LeaseCensus.isLive("tasks"))"

    private func exists(_ rows: String) -> String { "EXISTS (SELECT 1 FROM \(rows))" }

    /// Older is begun earlier: the comparison turns around.
    private mutating func age(
        _ comparison: LoopCondition.Comparison, _ age: Int64
    ) -> String {
        let start = bind(time.milliseconds.subtractingReportingOverflow(age).partialValue)
        let turned: String =
            switch comparison {
            case .less: ">"
            case .lessOrEqual: ">="
            case .greater: "<"
            case .greaterOrEqual: "<="
            case .equal: "="
            }
        return "loops.creation_time \(turned) \(start)"
    }

    private mutating func within(
        _ span: TimeSpan, _ comparison: LoopCondition.Comparison, _ column: String
    ) -> String {
        let start = bind(span.start.milliseconds)
        let end = bind(span.end.milliseconds)
        return switch comparison {
        case .less: "\(column) < \(start)"
        case .lessOrEqual: "\(column) < \(end)"
        case .greater: "\(column) >= \(end)"
        case .greaterOrEqual: "\(column) >= \(start)"
        case .equal: "\(column) >= \(start) AND \(column) < \(end)"
        }
    }

    /// In the order of the index on names, which `LIKE` would not use.
    private mutating func begins(with prefix: String) -> String {
        "loops.name >= \(bind(prefix)) AND loops.name < \(bind(prefix + "\u{10FFFF}"))"
    }
}

extension LoopCondition.Comparison {
    /// The operator.
    var sql: String { self == .equal ? "=" : rawValue }
}
