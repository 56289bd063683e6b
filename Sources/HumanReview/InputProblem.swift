/// An input that could not be used.
package struct InputProblem: Hashable, Sendable {
    package var path: String
    package var reason: String
    /// When it was first met.
    package var time: Timestamp

    /// A problem.
    package init(path: String, reason: String, time: Timestamp) {
        self.path = path
        self.reason = reason
        self.time = time
    }
}
