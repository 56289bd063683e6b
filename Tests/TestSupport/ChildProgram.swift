import CSpawn
import Foundation
import Glibc

/// A program started by a test, ended with the value at the latest.
///
/// It stands in for Foundation's `Process`, whose children keep each other's ends from being noticed,
/// inherit the signals that test threads hold back, and share the tests' own output: one that is left
/// behind keeps whoever reads that output waiting for good.
package final class ChildProgram {
    /// How a program ended.
    package enum Ending: Equatable {
        case exit(Int32)
        case signal(Int32)
    }

    /// Where a stream of the program comes from or goes to.
    package enum Stream {
        case nothing
        /// A file, made or written over when the program writes to it.
        case file(String)
        /// An open descriptor, which stays the caller's.
        case descriptor(CInt)
        /// The same as its input (0) or its output (1).
        case same(as: CInt)
    }

    /// The number of the process, which is nobody else's until its end was seen.
    package let identifier: Int32
    private var ending: Ending?

    /// Starts a program found on the search path, in a directory or here, with variables added to those
    /// of the tests.
    ///
    /// The leader of a session of its own has the terminal that is its input as its controlling one. It
    /// holds back the signals it is told to, whatever this thread does.
    ///
    /// - Throws: `POSIXError` when it cannot be started.
    package init(
        _ command: [String], in directory: String? = nil, environment: [String: String] = [:],
        input: Stream = .nothing, output: Stream = .nothing, errors: Stream = .nothing,
        isSessionLeader: Bool = false, holdingBack signals: [CInt] = []
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, stream) in [input, output, errors].enumerated() {
            Self.add(stream, as: CInt(number), to: &actions)
        }
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        if let directory { posix_spawn_file_actions_addchdir_np(&actions, directory) }
        identifier = try Self.spawn(
            command, environment, &actions, isSessionLeader, holdingBack: signals)
    }

    deinit { kill() }

    /// Whether its end was not seen yet.
    package var isRunning: Bool { look(WNOHANG) == nil }

    /// Waits for its end, not for those it leaves behind.
    @discardableResult package func wait() -> Ending { look(0) ?? .exit(127) }

    /// Sends a signal, unless it has ended.
    package func send(_ signal: CInt) {
        if isRunning { Glibc.kill(identifier, signal) }
    }

    /// Ends it as the kernel does when memory runs out, and waits until it is gone.
    package func kill() {
        send(SIGKILL)
        wait()
    }

    private func look(_ options: CInt) -> Ending? {
        if let ending { return ending }
        var status: CInt = 0
        var found: pid_t
        repeat { found = waitpid(identifier, &status, options) } while found < 0 && errno == EINTR
        guard found == identifier else { return nil }
        ending = status & 0x7F == 0 ? .exit((status >> 8) & 0xFF) : .signal(status & 0x7F)
        return ending
    }

    private static func add(
        _ stream: Stream, as number: CInt, to actions: inout posix_spawn_file_actions_t
    ) {
        let flags = number == 0 ? O_RDWR : O_WRONLY | O_CREAT
        switch stream {
        case .nothing: posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
        case .file(let path):
            posix_spawn_file_actions_addopen(&actions, number, path, flags, 0o600)
        case .descriptor(let descriptor), .same(as: let descriptor):
            posix_spawn_file_actions_adddup2(&actions, descriptor, number)
        }
    }

    /// `POSIX_SPAWN_SETSID` of spawn.h, which Swift does not import.
    private static let newSession: Int16 = 0x80

    private static func spawn(
        _ command: [String], _ environment: [String: String],
        _ actions: inout posix_spawn_file_actions_t, _ isSessionLeader: Bool,
        holdingBack signals: [CInt]
    ) throws -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        let flags = Int16(POSIX_SPAWN_SETSIGMASK) | (isSessionLeader ? newSession : 0)
        posix_spawnattr_setflags(&attributes, flags)
        var heldBack = sigset_t()
        sigemptyset(&heldBack)
        for signal in signals { sigaddset(&heldBack, signal) }
        posix_spawnattr_setsigmask(&attributes, &heldBack)
        let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        var words = command.map { strdup($0) } + [nil]
        var settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + settings).forEach { free($0) } }
        var child: pid_t = 0
        let failure = posix_spawnp(
            &child, command.first ?? "", &actions, &attributes, &words, &settings)
        guard failure == 0 else { throw POSIXError(.init(rawValue: failure) ?? .ENOENT) }
        return child
    }
}
