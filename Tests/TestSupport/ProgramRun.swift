import Foundation
import Glibc

/// A program that was run to its end.
package struct ProgramRun {
    /// The exit status; 127 when it could not be started, 128 when it was ended by a signal.
    package let status: Int32
    /// What it wrote to standard output and standard error.
    package let output: String

    /// Runs a program found on the path, and waits for it but not for those it leaves behind, which
    /// Foundation's `Process` would.
    package init(_ command: [String], input: String = "") {
        let files = (0..<2).map { _ in
            FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        }
        defer { files.forEach { try? FileManager.default.removeItem(at: $0) } }
        try? Data(input.utf8).write(to: files[0])
        status = Self.wait(for: Self.start(command, input: files[0].path, output: files[1].path))
        output = String(decoding: (try? Data(contentsOf: files[1])) ?? Data(), as: UTF8.self)
    }

    private static func start(_ command: [String], input: String, output: String) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // A child inherits the signals that test threads hold back, and could never be ended.
        var attributes = posix_spawnattr_t()
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_init(&attributes)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        posix_spawnattr_setsigmask(&attributes, &none)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        var arguments = command.map { strdup($0) }
        defer { arguments.forEach { free($0) } }
        arguments.append(nil)
        var child: pid_t = 0
        let failure = posix_spawnp(
            &child, command[0], &actions, &attributes, arguments, environ)
        return failure == 0 ? child : nil
    }

    private static func wait(for child: pid_t?) -> Int32 {
        guard let child else { return 127 }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128
    }
}
