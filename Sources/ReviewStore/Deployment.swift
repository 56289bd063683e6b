package import HumanReview

/// An entry of the history of what was in service; the last one says what is.
package struct Deployment: Hashable, Sendable {
    /// How a version came into service.
    package enum Kind: String, Hashable, Sendable {
        case deploy
        case rollback
    }

    /// Counts on with every entry.
    package var number: Int64
    /// The version's name.
    package var model: String
    package var kind: Kind
    package var worker: Worker
    package var time: Timestamp

    /// An entry.
    package init(number: Int64, model: String, kind: Kind, worker: Worker, time: Timestamp) {
        self.number = number
        self.model = model
        self.kind = kind
        self.worker = worker
        self.time = time
    }
}
