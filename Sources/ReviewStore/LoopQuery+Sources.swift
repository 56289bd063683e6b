import GRDB
import HumanReview

extension LoopQuery {
    /// The ways to the loops of a condition; none where only looking at every loop is left.
    mutating func sources(of condition: LoopCondition) -> [LoopSource] {
        if case .image(let glob) = condition {
            let pattern = GlobPattern(glob)
            return [named(Trigrams(of: pattern)), named(glob, pattern)].compactMap { $0 }
        }
        return [source(condition)].compactMap { $0 }
    }

    private mutating func source(_ condition: LoopCondition) -> LoopSource? {
        switch condition {
        case .labels(let labels): labelled(labels)
        case .workers(let names): answered(by: names)
        case .holders, .isHeld:
            // Without statistics the planner would rather go through all tasks in the order of loops.
            LoopSource(
                keys: """
                    SELECT DISTINCT loop_id FROM tasks INDEXED BY tasks_held
                    WHERE \(LeaseCensus.isLive("tasks"))
                    """)
        case .assignees(let names):
            LoopSource(
                keys: "SELECT DISTINCT loop_id FROM tasks WHERE asked \(bind(anyOf: names))")
        case .models(let models):
            LoopSource(
                keys: """
                    SELECT loops.id FROM predictions CROSS JOIN loops
                        ON loops.image_id = predictions.image_id
                            AND loops.prediction_id = predictions.id
                    WHERE model_version \(bind(anyOf: models))
                    """)
        case .image: nil
        case .word(let word):
            named(Trigrams(of: word)) ?? named(fewLetters: word.lowercased())
        case .score(let comparison, let score):
            LoopSource(
                keys: """
                    SELECT id FROM loops WHERE COALESCE(score, -1)
                        \(scored(comparison, score))
                    """)
        case .states, .reasons, .age, .created, .completed, .isBulk, .isImported, .name:
            LoopSource(keys: "SELECT id FROM loops WHERE \(test(condition))")
        case .hasNoScore:
            LoopSource(keys: "SELECT id FROM loops WHERE COALESCE(score, -1) = -1")
        case .isDisputed: LoopSource(keys: "SELECT loop_id FROM disputes")
        case .flows(let flows):
            // Nothing is looked at when there is no such flow.
            LoopSource(
                keys: """
                    SELECT loops.id FROM (
                        SELECT 1 FROM flows WHERE name \(bind(anyOf: flows)) LIMIT 1)
                    CROSS JOIN loops
                    """)
        }
    }

    /// One range of the index, which would else begin where no score is too low.
    private mutating func scored(
        _ comparison: LoopCondition.Comparison, _ score: Double
    ) -> String {
        switch comparison {
        case .less, .lessOrEqual:
            ">= 0 AND COALESCE(score, -1) \(comparison.sql) \(bind(score))"
        case .greater, .greaterOrEqual, .equal:
            score < 0 ? ">= 0" : "\(comparison.sql) \(bind(score))"
        }
    }

    private mutating func labelled(_ labels: [String]) -> LoopSource {
        guard labels.count == 1 else {
            return LoopSource(
                keys: "SELECT DISTINCT loop_id FROM loop_labels WHERE label \(bind(anyOf: labels))")
        }
        let condition = "loop_labels.label \(bind(anyOf: labels))"
        return LoopSource(
            keys: "SELECT loop_id FROM loop_labels WHERE \(condition)",
            postings: LoopSource.Postings(
                table: "loop_labels", condition: condition, loop: "loop_labels.loop_id"))
    }

    private mutating func answered(by names: [String]) -> LoopSource {
        LoopSource(keys: "SELECT DISTINCT loop_id FROM answers WHERE worker \(bind(anyOf: names))")
    }

    /// Images whose file name has all of these letters in some order, to be looked at closely.
    private mutating func named(_ trigrams: Trigrams) -> LoopSource? {
        guard let pattern = trigrams.query else { return nil }
        return LoopSource(
            keys: """
                SELECT loops.id FROM image_names CROSS JOIN loops
                    ON loops.image_id = image_names.rowid
                WHERE image_names MATCH \(bind(pattern))
                """)
    }

    /// Images whose file name is as long as a pattern wants it and matches it.
    private mutating func named(_ glob: String, _ pattern: GlobPattern) -> LoopSource {
        let match = (pattern.isOfPath ? "path" : "file_name") + " GLOB \(bind(glob))"
        let (index, condition): (String, String) =
            switch pattern.length {
            case .oneOf(let numbers):
                ("images_by_name", "\(Schema.nameLength) IN (\(Self.list(numbers)))")
            // Paths are read in their own order rather than by the names', one here and one there.
            case .atLeast where pattern.isOfPath: ("sqlite_autoindex_images_1", "TRUE")
            case .atLeast(let number): ("images_by_name", "\(Schema.nameLength) >= \(number)")
            }
        return LoopSource(
            keys: """
                SELECT loops.id FROM images INDEXED BY \(index) CROSS JOIN loops
                    ON loops.image_id = images.id
                WHERE \(condition) AND \(match)
                """, isLastResort: true)
    }

    private static func list(_ numbers: Set<Int>) -> String {
        numbers.sorted().map(String.init).joined(separator: ", ")
    }

    /// Images whose file name has one or two letters in a row: at its end, or before some other letter.
    ///
    /// Only of ASCII is it known that trigrams have letters as they are compared in the end.
    private mutating func named(fewLetters word: String) -> LoopSource? {
        guard !word.isEmpty, word.utf8.allSatisfy({ (1..<0x80).contains($0) }) else { return nil }
        let (first, last) = (bind(word), bind(word + "\u{10FFFF}"))
        let nameEnds = SkipScan.values(of: Schema.nameEnd, in: "images")
        return LoopSource(
            keys: """
                SELECT DISTINCT loops.id FROM (
                    SELECT doc AS image FROM image_trigrams WHERE term >= \(first) AND term < \(last)
                    UNION ALL
                    SELECT id FROM images WHERE \(Schema.nameEnd) IN (
                        SELECT value FROM (\(nameEnds)) WHERE instr(value, \(first)) > 0)
                ) AS named CROSS JOIN loops ON loops.image_id = named.image
                """)
    }
}
