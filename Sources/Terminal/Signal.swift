/// The signals that a terminal program answers instead of dying of them.
nonisolated package enum Signal: Hashable, Sendable, CaseIterable {
    case windowChanged
    case stop
    case resumed
    case hangup
    case terminate
    case interrupt
}
