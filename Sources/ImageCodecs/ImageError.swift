/// Why an image cannot be read or written, without the file's name, which the caller knows.
package struct ImageError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, in the library's words where it gave some.
    package let cause: String
    /// What the person can do about it.
    package let nextStep: String

    /// An error, as `cause; nextStep` on one line.
    package init(cause: String, nextStep: String) {
        self.cause = cause
        self.nextStep = nextStep
    }

    /// Cause and next step on one line.
    package var description: String { "\(cause); \(nextStep)" }
}
