/// Who works in a workspace, what differs between their answers, and how that is settled.
///
/// Every function is safe from any thread and any number of processes, and throws ``ReviewError``.
package protocol TeamStore: Sendable {
}
