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

    private static func agreement(_ matches: [(LabelPair, MatchTotals)]) -> Agreement {
        var labels: [Agreement.LabelPair: Int] = [:]
        for (pair, totals) in matches {
            guard let first = pair.first, let second = pair.second else { continue }
            labels[Agreement.LabelPair(first, second), default: 0] += totals.count
        }
        return Agreement(labels: labels, overlapSum: 0, onlyFirst: 0, onlySecond: 0)
    }

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
        kappa = Self.agreement(matches).labelKappa
    }
}
