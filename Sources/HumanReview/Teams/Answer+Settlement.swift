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
