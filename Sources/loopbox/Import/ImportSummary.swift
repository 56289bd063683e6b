import HumanReview
import OrderedJSON

/// What an import brought.
nonisolated struct ImportSummary {
    let kind: DatasetImport.Kind
    /// Answers that completed a loop.
    var completed = 0
    /// Proposals that started a loop, and those the conditions trust.
    var waiting = 0
    var confident = 0
    var unchanged = 0
    /// Images without a word about what is on them.
    var unannotated = 0
    /// Boxes, of the images that were taken, that were left out or cut at an edge.
    var corrections = 0
    /// Records that were not taken, those told of before among them.
    var problems = 0

    var json: JSONValue {
        .object([
            .init("as", .string(kind.rawValue)), .init("completed", .count(completed)),
            .init("waiting", .count(waiting)), .init("confident", .count(confident)),
            .init("unchanged", .count(unchanged)), .init("unannotated", .count(unannotated)),
            .init("corrections", .count(corrections)), .init("problems", .count(problems)),
        ])
    }

    /// One line for a person.
    var description: String {
        var text =
            switch kind {
            case .answers: Counted.of(completed, "answer") + " imported"
            case .proposals:
                "\(Counted.of(waiting + confident, "image")) with proposals imported: \(waiting) to review, "
                    + "\(confident) confident"
            }
        if unchanged > 0 { text += "; \(unchanged) were there already" }
        if unannotated > 0 { text += "; \(Counted.of(unannotated, "image")) not annotated" }
        if corrections > 0 {
            text += "; \(Counted.boxes(corrections)) cut or left out"
        }
        if problems > 0 {
            text += "; \(Counted.of(problems, "problem")), 'loopbox status' shows them"
        }
        return text
    }
}
