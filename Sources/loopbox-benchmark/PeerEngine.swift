internal import Glibc

/// Another engine in a Python process of its own, which runs the network when it is told to.
final class PeerEngine {
    let name: String
    /// What its outputs add up to, to be compared with ours.
    private(set) var digests: [Double] = []
    private let process: pid_t
    private let input: Int32
    private let output: UnsafeMutablePointer<FILE>

    /// Starts Peers/worker.py; nil when the engine is not installed or cannot run the model.
    init?(_ name: String, model: String, side: Int, threads: Int, python: String) {
        self.name = name
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
        let arguments = [python, Peers.worker, name, model, "\(side)", "\(threads)"]
        var pointers = arguments.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        var child: pid_t = 0
        let failure = posix_spawnp(&child, python, &actions, nil, &pointers, environ)
        close(toChild[0])
        close(fromChild[1])
        guard failure == 0, let file = fdopen(fromChild[0], "r") else { return nil }
        (process, input, output) = (child, toChild[1], file)
        guard let ready = line(), ready.hasPrefix("ready") else { return nil }
        digests = ready.split(separator: " ").compactMap { Double($0) }
    }

    /// Runs the network so many times and returns the milliseconds of each.
    func times(_ count: Int) -> [Double] {
        let text = "\(count)\n"
        guard write(input, text, text.utf8.count) > 0 else { return [] }
        return (line() ?? "").split(separator: " ").compactMap { Double($0) }
    }

    private func line() -> String? {
        var buffer: UnsafeMutablePointer<CChar>?
        var size = 0
        defer { free(buffer) }
        let count = getline(&buffer, &size, output)
        guard count > 0, let buffer else { return nil }
        return String(cString: buffer).split(separator: "\n").first.map(String.init)
    }

    deinit {
        close(input)
        fclose(output)
        waitpid(process, nil, 0)
    }
}

/// The scripts beside this source.
enum Peers {
    static let worker = path("worker.py")
    static let converter = path("onnx_model.py")
    static let training = path("training.py")

    private static func path(_ name: String) -> String {
        let source: String = #filePath
        return source.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
            + "/Peers/\(name)"
    }
}
