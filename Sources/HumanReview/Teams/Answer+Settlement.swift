extension Answer {
    /// The answer with the boxes that a settlement gives it, as of its time; itself without one.
    package func settled(by settlement: Settlement?) -> Answer {
        guard let settlement else { return self }
        var answer = self
        answer.boxes = settlement.boxes
        answer.submissionTime = settlement.time
        return answer
    }
}

extension [Answer] {
    /// The one answer that several come to: the first one, with the boxes that a lead decided or, where
    /// none did, the consolidated ones; nil when there is none.
    package func settled(by settlement: Settlement?) -> Answer? { first?.settled(by: settlement) }
}
