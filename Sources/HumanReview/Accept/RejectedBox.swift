/// A box of the model's that somebody said is wrong, which is why its image is under review.
package struct RejectedBox: Hashable, Sendable {
    /// The box's id: its detection's place in the prediction.
    package var id: Int
    package var worker: Worker

    /// A box and who rejected it.
    package init(id: Int, worker: Worker) {
        self.id = id
        self.worker = worker
    }
}
