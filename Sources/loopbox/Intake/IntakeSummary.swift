import HumanReview

/// What became of the images that were to be added.
nonisolated struct IntakeSummary: CustomStringConvertible {
    var waiting = 0
    var confident = 0
    /// Images that wait for the prediction of the model in service.
    var queued = 0
    var unchanged = 0
    /// Inputs that could not be used, those told of before among them.
    var problems = 0

    var description: String {
        var text =
            "\(Counted.of(waiting + confident + queued, "image")) added: \(waiting) to review, "
            + "\(confident) confident"
        if queued > 0 { text += ", \(queued) in the queue" }
        if unchanged > 0 { text += "; \(unchanged) were there already" }
        if problems > 0 {
            text += "; \(Counted.of(problems, "problem")), 'loopbox status' shows them"
        }
        return text
    }
}
