/// What one worker did on one day of UTC.
package struct WorkerDay: Hashable, Sendable {
    /// Answers given to loops, one image at a time.
    package var answers: Int
    /// Their active time, see ``ActiveTime``.
    package var activeMilliseconds: Int64
    /// Loops accepted in bulk; they are no answers.
    package var accepted: Int
    /// Answers to loops that the model had proposed boxes for, or had said to be empty.
    package var compared: Int
    /// Those of them that are the model's proposals, unchanged.
    package var unchanged: Int
    /// Answers of that day that were sent back for correction later.
    package var sentBack: Int

    /// What was done; by default nothing.
    package init(
        answers: Int = 0, activeMilliseconds: Int64 = 0, accepted: Int = 0, compared: Int = 0,
        unchanged: Int = 0, sentBack: Int = 0
    ) {
        self.answers = answers
        self.activeMilliseconds = activeMilliseconds
        self.accepted = accepted
        self.compared = compared
        self.unchanged = unchanged
        self.sentBack = sentBack
    }

    package static func += (total: inout WorkerDay, other: WorkerDay) {
        total.answers += other.answers
        total.activeMilliseconds += other.activeMilliseconds
        total.accepted += other.accepted
        total.compared += other.compared
        total.unchanged += other.unchanged
        total.sentBack += other.sentBack
    }

    /// Whose day, and which.
    package struct Key: Hashable, Sendable {
        package var worker: String
        /// Days of UTC since 1970.
        package var day: Int64

        /// A worker's day.
        package init(worker: String, day: Int64) {
            self.worker = worker
            self.day = day
        }
    }
}
