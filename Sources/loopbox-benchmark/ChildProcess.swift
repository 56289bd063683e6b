internal import Glibc

/// One run of another program.
struct ChildProcess {
    let milliseconds: Double
    /// The most memory that the program held, in bytes.
    let peakMemory: Int

    /// Runs a program from the search path to its end, reading `input` and writing `output`.
    ///
    /// Nil when it cannot be started or fails.
    init?(_ arguments: [String], input: String = "/dev/null", output: String = "/dev/null") {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var pointers = arguments.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        var child: pid_t = 0
        let start = ContinuousClock.now
        guard posix_spawnp(&child, arguments[0], &actions, nil, &pointers, environ) == 0 else {
            return nil
        }
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(child, &status, 0, &usage) == child, status == 0 else { return nil }
        milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
        peakMemory = usage.ru_maxrss * 1024
    }
}
