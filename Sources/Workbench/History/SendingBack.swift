package import HumanReview

extension Popup {
    /// The note and the worker a loop is sent back with, while they are typed.
    package struct SendingBack: Hashable, Sendable {
        package static let longestNote = 1000

        package var loop: String
        package var note = ""
        /// Who has answered: each may be asked alone.
        package var workers: [Worker]
        /// 0 for anyone, else a worker's position and one.
        package var position = 0

        /// A form without a note, for anyone.
        package init(loop: String, workers: [Worker]) {
            self.loop = loop
            self.workers = workers
        }

        /// Who is asked to correct the loop; nil for anyone.
        package var asked: Worker? {
            workers.indices.contains(position - 1) ? workers[position - 1] : nil
        }
    }
}
