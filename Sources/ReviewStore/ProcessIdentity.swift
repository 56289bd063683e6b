import Glibc

/// Which process holds a lease, so that the task of one that was killed is free at once and not only
/// when its lease runs out.
struct ProcessIdentity: Hashable, Sendable {
    /// The PID namespace: ids of another one say nothing here.
    private let namespace: String
    private let id: pid_t
    /// Clock ticks from boot to start, which tells a process from a later one with the same id.
    private let startTime: String

    /// This process.
    static let current = ProcessIdentity(
        namespace: ownNamespace, id: getpid(), startTime: status(of: getpid())?.startTime ?? "")

    /// The stored form.
    var text: String { "\(namespace) \(id) \(startTime)" }

    /// The process of a stored form, or nil when the text is none.
    init?(text: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, let id = pid_t(words[1]), id > 0 else { return nil }
        self.init(namespace: String(words[0]), id: id, startTime: String(words[2]))
    }

    private init(namespace: String, id: pid_t, startTime: String) {
        self.namespace = namespace
        self.id = id
        self.startTime = startTime
    }

    /// Whether the process is known to have ended; false when this process cannot tell.
    var hasEnded: Bool {
        guard namespace == Self.ownNamespace, !namespace.isEmpty else { return false }
        if kill(id, 0) != 0 && errno == ESRCH { return true }
        guard let status = Self.status(of: id) else { return false }
        return status.startTime != startTime || ["Z", "X"].contains(status.state)
    }

    private static let ownNamespace = ProcessFile.link("/proc/self/ns/pid") ?? ""

    /// Fields 3 and 22 of `/proc/PID/stat` (proc(5)); the name before them may hold anything.
    private static func status(of id: pid_t) -> (state: String, startTime: String)? {
        guard let bytes = ProcessFile.bytes("/proc/\(id)/stat"),
            let nameEnd = bytes.lastIndex(of: UInt8(ascii: ")"))
        else { return nil }
        let fields = bytes[nameEnd...].split(separator: UInt8(ascii: " "))
        guard fields.count > 20 else { return nil }
        return (
            String(decoding: fields[1], as: UTF8.self), String(decoding: fields[20], as: UTF8.self)
        )
    }
}
