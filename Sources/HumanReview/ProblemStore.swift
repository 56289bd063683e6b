/// Where inputs that could not be used are kept; `loopbox status` shows them.
///
/// Every function is one transaction, safe from any thread and any number of processes, and throws
/// ``ReviewError``.
package protocol ProblemStore: Sendable {
    /// Records inputs that could not be used: a file that vanished, was damaged or is no longer the one
    /// that was added. Loops stay as they are.
    ///
    /// The same reason is kept once for each path, with the time it was first met.
    ///
    /// - Parameter problems: each by its path as its image names it, and the cause and the next step
    ///   without the path.
    /// - Returns: for each, whether it was not known before and so is to be told.
    /// - Throws: ``ReviewError``.
    @discardableResult func record(_ problems: [InputProblem]) throws -> [Bool]

    /// Forgets problems of some paths whose reason begins with some words; where there is none, nothing
    /// is written.
    func forgetProblems(of paths: [String], beginningWith words: String) throws
}
