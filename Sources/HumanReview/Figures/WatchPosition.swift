/// Up to where a watcher has told of what happened.
package struct WatchPosition: Hashable, Sendable {
    /// The number of the last change of status.
    package var event: Int64
    /// Loops created before this have been told of as late.
    package var late: Timestamp

    /// A position.
    package init(event: Int64, late: Timestamp) {
        self.event = event
        self.late = late
    }
}
