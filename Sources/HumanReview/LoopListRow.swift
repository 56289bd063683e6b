/// A loop with what a list of loops says about it.
package struct LoopListRow: Hashable, Sendable {
    package var loop: HumanLoop
    /// Boxes of each class, the most frequent first: of what was settled, else of the latest answer or,
    /// without one, of the proposals.
    package var labels: [LabelCount]
    /// Who has answered, in the order of submission.
    package var workers: [Worker]
    /// Who holds a task of it now.
    package var holder: Worker?
    /// For whom alone it is.
    package var assignee: Worker?
    /// The version of the model whose prediction it is about.
    package var model: String?
    package var reason: ActivationReason?
    package var isBulk: Bool

    /// A row.
    package init(
        loop: HumanLoop, labels: [LabelCount] = [], workers: [Worker] = [], holder: Worker? = nil,
        assignee: Worker? = nil, model: String? = nil, reason: ActivationReason? = nil,
        isBulk: Bool = false
    ) {
        self.loop = loop
        self.labels = labels
        self.workers = workers
        self.holder = holder
        self.assignee = assignee
        self.model = model
        self.reason = reason
        self.isBulk = isBulk
    }

    /// How many boxes of a class there are.
    package struct LabelCount: Hashable, Sendable {
        package var label: String
        package var count: Int

        /// A class and its boxes.
        package init(label: String, count: Int) {
            self.label = label
            self.count = count
        }
    }
}
