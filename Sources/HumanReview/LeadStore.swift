/// What a lead sees of all loops and people, and does to them.
///
/// Every function is safe from any thread and any number of processes, and throws ``ReviewError``.
package protocol LeadStore: Sendable {
}
