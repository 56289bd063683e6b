/// How far two workers, or a worker and the model, agree about the loops both answered.
package struct AgreementFigures: Hashable, Sendable {
    package var first: String
    /// Nil for the model.
    package var second: String?
    package var loops: Int
    /// Objects that both marked.
    package var objects: Int
    /// Objects that only one of them marked.
    package var unmatched: Int
    /// Of the objects both marked.
    package var meanOverlap: Double?
    /// Of the labels of the objects both marked.
    package var kappa: Double?

    init(
        _ pair: AnswerFigures.WorkerPair, loops: Int, matches: [(LabelPair, MatchTotals)]
    ) {
        first = pair.first
        second = pair.second
        self.loops = loops
        var (both, one) = (MatchTotals(), MatchTotals())
        for (labels, totals) in matches {
            if labels.isMatched { both += totals } else { one += totals }
        }
        objects = both.count
        unmatched = one.count
        meanOverlap = both.meanOverlap
        kappa = CohensKappa.value(
            of: Dictionary(matches.map { ($0.0, $0.1.count) }, uniquingKeysWith: +))
    }
}
