import Foundation
import Glibc

/// How little of the processors this process's session asks for beside other sessions, from 0 to 19.
///
/// Linux shares processors out among sessions, and the niceness of threads counts within a session only: a network at
/// work in another session kept a reviewer's keys waiting for up to a tenth of a second (`sched(7)`, "The autogroup
/// feature").
nonisolated enum SessionNiceness {
    /// As nice as the network's threads are within their session.
    private static let ofWork = 10
    private static let path = "/proc/self/autogroup"
    /// Linux takes one change in a tenth of a second, from all processes together.
    private static let tries = 5
    private static let microsecondsBetweenTries: useconds_t = 110_000

    /// Lets every other session go first while `work` is done, where the kernel has such groups.
    static func whileWorking<Result>(_ work: () throws -> Result) rethrows -> Result {
        guard current == 0 else { return try work() }
        set(ofWork)
        defer { set(0) }
        return try work()
    }

    /// Takes back what a `loopbox work` in this session has asked for: somebody types here now.
    static func restore() {
        if current == ofWork { set(0) }
    }

    /// What is in force: the number at the end of a line such as "/autogroup-25 nice 0".
    static var current: Int? {
        let text = try? String(contentsOfFile: path, encoding: .utf8)
        return text?.split(whereSeparator: \.isWhitespace).last.flatMap { Int($0) }
    }

    /// Where it cannot be set, keys are slower and nothing else is lost.
    private static func set(_ niceness: Int) {
        for _ in 0..<tries {
            let descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { return }
            defer { close(descriptor) }
            let text = "\(niceness)"
            if write(descriptor, text, text.utf8.count) > 0 || errno != EAGAIN { return }
            usleep(microsecondsBetweenTries)
        }
    }
}
