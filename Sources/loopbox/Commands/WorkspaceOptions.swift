import ArgumentParser
import Glibc
import HumanReview

/// The options every command takes: where, and who.
struct WorkspaceOptions: ParsableArguments {
    @Option(
        name: .customShort("C"),
        help: ArgumentHelp(
            "The workspace, or a directory in it; without it, here.", valueName: "dir"))
    var directory: String?

    @Option(
        help: ArgumentHelp(
            "The worker's name; the Unix user's without it. Where the workspace lists its workers, "
                + "only the owner of its store and root may name another.", valueName: "worker"))
    var worker: String?

    /// The options, where they were not given those of the command before.
    func merged(over earlier: WorkspaceOptions) -> WorkspaceOptions {
        var merged = self
        merged.directory = directory ?? earlier.directory
        merged.worker = worker ?? earlier.worker
        return merged
    }

    /// Where to look for the workspace.
    var startingDirectory: String { directory ?? "." }

    /// Makes sure that the directory is there: a mistyped name must not lead to a workspace above it.
    ///
    /// - Throws: ``CommandError`` naming it.
    func checkDirectory() throws {
        var status = stat()
        guard stat(startingDirectory, &status) == 0 else {
            throw CommandError(
                "\(startingDirectory): \(String(cString: strerror(errno))); "
                    + "-C takes the directory of a workspace")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw CommandError(
                "\(startingDirectory): not a directory; -C takes the directory of a workspace")
        }
    }

    /// Who works.
    ///
    /// - Throws: ``CommandError`` when the name cannot be one.
    func resolvedWorker() throws -> Worker {
        try WorkerName.worker(worker ?? Self.userName, of: "--worker")
    }

    /// Whether another worker than the Unix user is named.
    var namesAnother: Bool { worker.map { $0 != Self.userName } ?? false }

    /// The Unix user, or what stands for one without a name.
    static var userName: String { UnixName.user(getuid()) }
}
