package import HumanReview

/// Where imported answers come from: one run of one worker's command.
package struct ImportOrigin: Hashable, Sendable {
    /// The format's name.
    package var format: String
    /// What was read.
    package var path: String
    /// Who answers for them.
    package var worker: Worker
    package var time: Timestamp

    /// An origin.
    package init(format: String, path: String, worker: Worker, time: Timestamp) {
        self.format = format
        self.path = path
        self.worker = worker
        self.time = time
    }
}
