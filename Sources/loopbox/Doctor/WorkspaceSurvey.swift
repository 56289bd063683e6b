import Glibc
import HumanReview
import OrderedJSON
import ReviewStore

/// Looks at the workspace and checks its store.
nonisolated struct WorkspaceSurvey {
    /// What there is, or why there is none.
    let report: JSONValue
    /// What is wrong and what to do, or nil when the store is intact or none was asked for.
    let fault: String?

    /// Opens the workspace of the options and reads the whole store.
    init(_ options: WorkspaceOptions) {
        let modeFaults = SharingSurvey.modeFaults(options)
        do {
            let open = try OpenWorkspace(options)
            let problems = try open.store.integrityProblems()
            let sharing = SharingSurvey(open, modeFaults)
            report = .object(try Self.members(open, problems) + sharing.members)
            fault = problems.isEmpty ? sharing.fault : Self.fault(open.workspace.path)
        } catch {
            report = .object([.init("error", .string("\(error)"))])
            // That there is no workspace here is no fault of one.
            fault = error is CommandError && options.directory == nil ? nil : "\(error)"
        }
    }

    private static func members(
        _ open: OpenWorkspace, _ problems: [String]
    ) throws -> [JSONValue.Member] {
        let status = try open.store.status(at: SystemClock.now)
        return [
            .init("path", .string(open.workspace.path)),
            .init("store bytes", .count(size(of: open.workspace.storePath))),
            .init("flow", .string(open.flow.name)), .init("images", .count(status.images)),
            .init("loops", .count(status.totalLoops)),
            .init("problems", .count(status.problems)),
            .init(
                "integrity",
                problems.isEmpty ? .string("ok") : .array(problems.map(JSONValue.string))),
        ]
    }

    private static func fault(_ path: String) -> String {
        "\(path): the store is not intact, 'integrity' above lists its faults; "
            + "copy the directory before you go on, and report them"
    }

    private static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}
