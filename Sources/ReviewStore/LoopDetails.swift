package import HumanReview

/// All that is stored about a loop.
package struct LoopDetails: Hashable, Sendable {
    package var loop: HumanLoop
    /// Those of the latest revision, in the order of submission.
    package var answers: [Answer]
    /// Every task's entries, task after task.
    package var journal: [Edit]
    /// Who holds a task of the loop now.
    package var holders: [Worker]
    /// Detections, boxes and value it was started with.
    package var inputContent: InputContent
    /// As it is or would be written; nil when nobody has answered.
    package var output: HumanLoopOutput?
}
