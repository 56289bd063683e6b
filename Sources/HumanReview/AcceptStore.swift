/// Where confident predictions wait, and what accepting them in bulk does.
///
/// Every function is safe from any thread and any number of processes, and throws ``ReviewError``.
package protocol AcceptStore: Sendable {
}
