internal import Annotations

/// Sums over answers, from which every figure about people and models is computed.
///
/// Sums of any two sets of answers add up to the sums of both, so that the store keeps them as rows and
/// adds each answer as it comes. What was accepted in bulk is counted as accepted and in nothing else:
/// it says no more about the model than that nobody looked twice. Corrections are work, but no opinion
/// of their own: whoever makes one has seen the first answer.
package struct AnswerFigures: Hashable, Sendable {
    package var days: [WorkerDay.Key: WorkerDay] = [:]
    /// The model's label first, the people's second.
    package var modelMatches: [ModelMatch: MatchTotals] = [:]
    /// What both of a pair say of the loops that both answered.
    package var pairs: [WorkerPair: Agreement] = [:]
    package var bands: [ModelBand: ScoreBand] = [:]

    /// Sums over no answers.
    package init() {}

    /// A model version and what it and people called an object.
    package struct ModelMatch: Hashable, Sendable {
        package var modelVersion: String
        package var labels: LabelPair

        /// A version's pair of labels.
        package init(modelVersion: String, labels: LabelPair) {
            self.modelVersion = modelVersion
            self.labels = labels
        }
    }

    /// Two that answered the same loops; the model is the second when it is one of them.
    package struct WorkerPair: Hashable, Sendable {
        package var first: String
        /// Nil for the model.
        package var second: String?

        /// A pair.
        package init(first: String, second: String?) {
            self.first = first
            self.second = second
        }
    }

    /// A model version's band of scores.
    package struct ModelBand: Hashable, Sendable {
        package var modelVersion: String
        package var index: Int

        /// A version's band.
        package init(modelVersion: String, index: Int) {
            self.modelVersion = modelVersion
            self.index = index
        }
    }

    /// Adds an answer.
    package mutating func add(_ answer: CountedAnswer) {
        let key = WorkerDay.Key(worker: answer.worker, day: answer.submissionTime.day)
        switch answer.kind {
        case .imported: return
        case .bulk:
            days[key, default: WorkerDay()].accepted += 1
            count(answer) { $0.accepted += 1 }
        case .correction(let isOfBulk):
            work(answer, on: key)
            if isOfBulk, answer.changesProposal { count(answer) { $0.corrected += 1 } }
        case .first:
            work(answer, on: key)
            if let proposal = answer.proposal { compare(answer, with: proposal, on: key) }
            for other in answer.others { compare(answer, with: other) }
        }
    }

    private mutating func work(_ answer: CountedAnswer, on key: WorkerDay.Key) {
        days[key, default: WorkerDay()].answers += 1
        days[key, default: WorkerDay()].activeMilliseconds += answer.activeMilliseconds
    }

    private mutating func compare(
        _ answer: CountedAnswer, with proposal: CountedAnswer.Proposal, on key: WorkerDay.Key
    ) {
        let differences = BoxDifferences(from: proposal.boxes, to: answer.boxes)
        days[key, default: WorkerDay()].compared += 1
        if differences.isEmpty { days[key, default: WorkerDay()].unchanged += 1 }
        pairs[WorkerPair(first: answer.worker, second: nil), default: Agreement()].add(
            differences.reversed)
        for change in differences.changes {
            let model = ModelMatch(
                modelVersion: proposal.modelVersion,
                labels: LabelPair(change.before?.label, change.after?.label))
            modelMatches[model, default: MatchTotals()].add(change)
        }
        guard answer.isAudit else { return }
        count(answer) { $0.audited += 1 }
        if differences.isError { count(answer) { $0.auditErrors += 1 } }
    }

    private mutating func compare(_ answer: CountedAnswer, with other: CountedAnswer.Other) {
        // One order of the two names, so that a pair is one pair whoever was first.
        let isFirst = answer.worker < other.worker
        let (first, second) = isFirst ? (answer.boxes, other.boxes) : (other.boxes, answer.boxes)
        let pair = WorkerPair(
            first: min(answer.worker, other.worker), second: max(answer.worker, other.worker))
        pairs[pair, default: Agreement()].add(first, second)
    }

    private mutating func count(_ answer: CountedAnswer, _ change: (inout ScoreBand) -> Void) {
        guard let proposal = answer.proposal, let score = proposal.score else { return }
        let index = ScoreBand.index(ofScore: score)
        let key = ModelBand(modelVersion: proposal.modelVersion, index: index)
        change(&bands[key, default: ScoreBand(index: index)])
    }
}

extension CountedAnswer {
    fileprivate var changesProposal: Bool {
        guard let proposal else { return false }
        return !BoxDifferences(from: proposal.boxes, to: boxes).isEmpty
    }
}

extension MatchTotals {
    fileprivate mutating func add(_ change: BoxDifferences.Change) {
        add(overlap: change.overlap, isUnmoved: change.before?.box == change.after?.box)
    }
}
