internal import Glibc

/// MXNet in a process of its own, which makes one training step for each line it is sent.
final class TrainingPeer {
    private let process: pid_t
    private let input: Int32
    private let output: Int32

    /// Starts Peers/training.py; nil when this Python has no MXNet.
    init?(python: String, folder: String) {
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
        let arguments = [python, Peers.training, folder]
        var pointers = arguments.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        var child: pid_t = 0
        let failure = posix_spawnp(&child, python, &actions, nil, &pointers, environ)
        close(toChild[0])
        close(fromChild[1])
        guard failure == 0 else { return nil }
        (process, input, output) = (child, toChild[1], fromChild[0])
        guard answers() else { return nil }
    }

    /// Makes one step.
    func step() throws {
        guard write(input, "step\n", 5) == 5, answers() else {
            throw UsageError(message: "MXNet ended in mid-step")
        }
    }

    /// Waits for a line.
    private func answers() -> Bool {
        var byte: UInt8 = 0
        while read(output, &byte, 1) == 1 {
            if byte == UInt8(ascii: "\n") { return true }
        }
        return false
    }

    deinit {
        close(input)
        close(output)
        waitpid(process, nil, 0)
    }
}
