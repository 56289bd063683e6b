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

    @Option(help: "The worker's name; the Unix user's without it.")
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
        let name = worker ?? Self.userName
        guard !name.isEmpty, PrintableText.of(name) == name, name.count <= 64 else {
            throw CommandError(
                "--worker '\(name)': a name is 1 to 64 printable characters", status: .usage)
        }
        return Worker(name: name)
    }

    /// The Unix user, or what stands for one without a name.
    static var userName: String {
        guard let user = getpwuid(getuid()), let name = user.pointee.pw_name else {
            return "uid-\(getuid())"
        }
        return String(cString: name)
    }
}
