internal import Glibc

/// A Python script in a process of its own, which answers every line it is sent with one.
final class PeerProcess {
    private let process: pid_t
    private let input: Int32
    private let output: UnsafeMutablePointer<FILE>

    /// Starts a script; nil when it cannot be started.
    init?(_ python: String, _ arguments: [String]) {
        var (toChild, fromChild): ([Int32], [Int32]) = ([0, 0], [0, 0])
        guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { return nil }
        // Else the child would hold its own input open, and never see its end.
        for descriptor in toChild + fromChild { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
        posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var pointers = ([python] + arguments).map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        var child: pid_t = 0
        let failure = posix_spawnp(&child, python, &actions, nil, &pointers, environ)
        close(toChild[0])
        close(fromChild[1])
        guard failure == 0, let file = fdopen(fromChild[0], "r") else { return nil }
        (process, input, output) = (child, toChild[1], file)
    }

    /// Sends a line; nil when the process has ended, else its answer.
    func answer(to text: String) -> String? {
        let text = text + "\n"
        guard write(input, text, text.utf8.count) == text.utf8.count else { return nil }
        return line()
    }

    /// The next line it writes, without its end.
    func line() -> String? {
        var buffer: UnsafeMutablePointer<CChar>?
        var size = 0
        defer { free(buffer) }
        let count = getline(&buffer, &size, output)
        guard count > 0, let buffer else { return nil }
        let text = String(cString: buffer)
        return text.hasSuffix("\n") ? String(text.dropLast()) : nil
    }

    deinit {
        close(input)
        fclose(output)
        waitpid(process, nil, 0)
    }
}
