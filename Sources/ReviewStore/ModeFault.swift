/// A file or directory of a shared workspace that the group cannot use as it should.
package struct ModeFault: Hashable, Sendable {
    package let path: String
    /// What is wrong with it.
    package let problem: String
    /// The command that puts it right.
    package let remedy: String
}
