package import Annotations

/// One worker's finished answer to a task; immutable once stored.
package struct Answer: Hashable, Sendable {
    package var worker: Worker
    /// When the worker first opened the task.
    package var acceptanceTime: Timestamp
    package var submissionTime: Timestamp
    /// Active milliseconds, see ``ActiveTime``.
    package var activeMilliseconds: Int64
    package var boxes: [LabeledBox]
    /// The image's stored size, A2I's `inputImageProperties`.
    package var imageSize: PixelSize

    /// An answer.
    package init(
        worker: Worker, acceptanceTime: Timestamp, submissionTime: Timestamp,
        activeMilliseconds: Int64, boxes: [LabeledBox], imageSize: PixelSize
    ) {
        self.worker = worker
        self.acceptanceTime = acceptanceTime
        self.submissionTime = submissionTime
        self.activeMilliseconds = activeMilliseconds
        self.boxes = boxes
        self.imageSize = imageSize
    }
}
