/// The figures a lead is shown, each with its one definition: `?` on the screen, `loopbox status --help`
/// and the README show these words.
package enum Figure: String, Hashable, Sendable, CaseIterable {
    case loops
    case loopsOverTime
    case queue
    case age
    case leases
    case answers
    case activeTime
    case acceptance
    case firstPass
    case agreement
    case kappa
    case estimate
    case classes
    case confusion
    case drift
    case auditErrors
    case corrections

    /// What it is called.
    package var name: String { text.name }
    /// What it is counted in.
    package var unit: String { text.unit }
    /// What exactly is counted.
    package var definition: String { text.definition }

    private var text: (name: String, unit: String, definition: String) {
        switch self {
        case .loops:
            ("Loops by state", "loops", "Every loop has one state; taken together they are all.")
        case .loopsOverTime:
            (
                "Loops over time", "loops an hour or day (UTC)",
                """
                Created: begun for people. Completed: ended by people's answers. Accepted: confirmed in \
                bulk; these never waited and are in neither of the others.
                """
            )
        case .queue: ("Queue", "loops", "Loops in progress, held or not.")
        case .age:
            (
                "Age", "time since creation",
                "Of the oldest loop in progress. Late is what is older than the age limit."
            )
        case .leases:
            (
                "Leases", "tasks",
                "Tasks somebody holds. Stale: the time ran out or the process ended, and the next may take it."
            )
        case .answers:
            (
                "Answers", "answers",
                "Submitted in review, one image at a time. Accepted in bulk is counted apart and is no answer."
            )
        case .activeTime:
            (
                "Active time", "hours",
                """
                Between the entries of a task's journal, gaps over 60 s and time away from the image left \
                out. Answers an hour are answers by this time.
                """
            )
        case .acceptance:
            (
                "Acceptance", "share of answers",
                "Answers that are the model's proposals to the pixel, of the answers to images it had seen."
            )
        case .firstPass:
            (
                "First pass", "share of answers",
                "Answers that were never sent back for correction."
            )
        case .agreement:
            (
                "Agreement", "mean IoU",
                """
                Of the first answers of two people to one loop, or of a person and the model's proposals: \
                boxes are paired from the largest IoU down to 0.5, and the mean is of the pairs.
                """
            )
        case .kappa:
            (
                "Label kappa", "-1 to 1",
                "Cohen's kappa of the labels of the paired boxes: 0 is chance, 1 is full agreement."
            )
        case .estimate:
            (
                "Time to finish", "working hours",
                """
                Bootstrap of the working hours (those with a completed loop) of the last 14 days: middle \
                and the range of 80 % of 400 outcomes. The date adds idle hours as in those days. New \
                loops are not foreseen.
                """
            )
        case .classes:
            (
                "Model against people", "boxes",
                """
                The model's boxes kept, moved (with their mean IoU), removed or relabelled by people, and \
                added by them under that class. Bulk accepts are left out.
                """
            )
        case .confusion:
            (
                "Confusion", "boxes",
                "Paired boxes by the model's label and the people's; none where one of them has no box."
            )
        case .drift:
            (
                "Drift", "0 to 1",
                """
                Total variation distance from the version before: half the sum of the differences in \
                shares, of the predictions' highest scores (bands of 0.05) and of the classes of detections.
                """
            )
        case .auditErrors:
            (
                "Audit errors", "share of audits",
                """
                Audited images whose answer added, removed or relabelled a box or moved one below IoU 0.8, \
                by the prediction's highest score; with Wilson's 95 % interval.
                """
            )
        case .corrections:
            (
                "Corrections", "share of accepts",
                "Images accepted in bulk that were sent back and corrected, by the prediction's highest score."
            )
        }
    }
}
