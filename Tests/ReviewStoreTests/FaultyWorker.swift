import Foundation
import ReviewStore
import TestSupport

/// A worker whose system calls go wrong where `strace` is told to.
enum FaultyWorker {
    /// How it ended.
    enum Ending {
        case done
        /// It said what was wrong.
        case failed
        case killed
    }

    static let isPossible = (try? run(["-o", "/dev/null", "true"])) == .done

    /// Runs a worker that submits everything there is, or does what another command says.
    static func submit(
        in workspace: Workspace, fault: String, of call: String,
        command: String = "submit-and-end"
    ) throws -> Ending {
        try run([
            "-f", "-o", "/dev/null", "-e", "trace=\(call)", "-e", fault,
            WorkerProcess.executable.path, command, workspace.path, "ann",
        ])
    }

    private static func run(_ arguments: [String]) throws -> Ending {
        switch try ChildProgram(["strace"] + arguments).wait() {
        case .exit(0): return .done
        case .exit(1): return .failed
        default: return .killed
        }
    }
}
