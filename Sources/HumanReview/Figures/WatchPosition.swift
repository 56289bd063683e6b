/// Up to where a watcher has told of what happened.
package struct WatchPosition: Hashable, Sendable {
    /// The number of the last change of status.
    package var event: Int64
    /// The number of the last loop that was taken back.
    package var withdrawal: Int64
    /// The number of the last settlement that was taken back.
    package var settlementWithdrawal: Int64
    /// Loops created before this have been told of as late.
    package var late: Timestamp

    /// A position.
    package init(
        event: Int64, withdrawal: Int64 = 0, settlementWithdrawal: Int64 = 0, late: Timestamp
    ) {
        self.event = event
        self.withdrawal = withdrawal
        self.settlementWithdrawal = settlementWithdrawal
        self.late = late
    }
}
