import Glibc
import HumanReview
import OrderedJSON
import ReviewStore

/// Looks at the workspace and checks its store.
nonisolated enum WorkspaceSurvey {
    /// What there is, or why there is none.
    static func report(_ options: WorkspaceOptions) -> JSONValue {
        do {
            let open = try OpenWorkspace(options)
            let status = try open.store.status(at: SystemClock.now)
            let problems = try open.store.integrityProblems()
            return .object([
                .init("path", .string(open.workspace.path)),
                .init("store bytes", .count(size(of: open.workspace.storePath))),
                .init("flow", .string(open.flow.name)), .init("images", .count(status.images)),
                .init("loops", .count(status.totalLoops)),
                .init("problems", .count(status.problems)),
                .init(
                    "integrity",
                    problems.isEmpty ? .string("ok") : .array(problems.map(JSONValue.string))),
            ])
        } catch {
            return .object([.init("error", .string("\(error)"))])
        }
    }

    private static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}
