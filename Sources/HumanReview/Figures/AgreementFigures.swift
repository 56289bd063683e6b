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

    init(_ pair: AnswerFigures.WorkerPair, _ agreement: Agreement) {
        first = pair.first
        second = pair.second
        loops = agreement.loops
        objects = agreement.matched.count
        unmatched = agreement.unmatched
        meanOverlap = agreement.matched.meanOverlap
        kappa = agreement.labelKappa
    }
}
