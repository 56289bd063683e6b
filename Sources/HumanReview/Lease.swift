/// A worker's hold on one task of a loop.
package struct Lease: Hashable, Sendable {
    package var loopName: String
    package var taskID: Int64
    package var worker: Worker
    /// Random; a later holder, even the same worker in another process, has another one.
    package var token: String
    /// The task's revision when it was taken; a submission must still find it (compare-and-swap).
    package var revision: Int

    /// A lease as the store granted it.
    package init(loopName: String, taskID: Int64, worker: Worker, token: String, revision: Int) {
        self.loopName = loopName
        self.taskID = taskID
        self.worker = worker
        self.token = token
        self.revision = revision
    }
}
