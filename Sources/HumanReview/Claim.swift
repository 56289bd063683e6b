/// What a worker who asks for the next task gets.
package enum Claim: Hashable, Sendable {
    case task(OpenTask)
    /// Nothing waits for this worker; others hold this many tasks.
    case nothing(heldByOthers: Int)
}
