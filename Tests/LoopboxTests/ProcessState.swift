import Foundation

/// What the kernel tells of a process, proc(5).
enum ProcessState {
    /// The first child of a process, or nil.
    static func child(of process: pid_t) -> pid_t? {
        let path = "/proc/\(process)/task/\(process)/children"
        return text(path).split(separator: " ").first.flatMap { pid_t($0) }
    }

    /// Whether a signal has stopped a process.
    static func isStopped(_ process: pid_t) -> Bool {
        // The name, in brackets, may hold anything; the state follows it.
        text("/proc/\(process)/stat").split(separator: ")").last?.hasPrefix(" T ") == true
    }

    private static func text(_ path: String) -> String {
        (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    }
}
