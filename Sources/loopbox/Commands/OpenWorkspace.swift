import Annotations
import HumanReview
import ReviewStore

/// A workspace with its store and flow, as commands work on it.
nonisolated struct OpenWorkspace {
    let workspace: Workspace
    let store: SQLiteReviewStore
    let flow: FlowDefinition

    /// How long a task stays held without a sign of life.
    static let leaseSeconds = 120.0

    /// The workspace at the options' directory or above it.
    ///
    /// - Throws: ``CommandError`` when there is none, or ``ReviewError``.
    init(_ options: WorkspaceOptions) throws {
        guard let workspace = Workspace.find(from: options.startingDirectory) else {
            throw CommandError(
                "\(options.startingDirectory): no workspace here or above; "
                    + "'loopbox init DIR --images PATH' makes one, -C DIR names another")
        }
        try self.init(workspace)
    }

    /// The workspace found as above or, where the user named no directory, the samples'.
    static func foundOrSamples(_ options: WorkspaceOptions) throws -> OpenWorkspace {
        guard options.directory == nil, Workspace.find(from: options.startingDirectory) == nil
        else {
            return try OpenWorkspace(options)
        }
        return try SampleWorkspace.open()
    }

    /// A workspace that is there.
    init(_ workspace: Workspace) throws {
        self.workspace = workspace
        store = try SQLiteReviewStore(
            workspace: workspace, leaseSeconds: Self.leaseSeconds, renderer: TemplateRendering())
        guard let flow = try store.flow() else {
            throw CommandError(
                "\(workspace.path): 'loopbox init' did not finish here; run it again")
        }
        self.flow = flow
    }

    /// The ten classes the digits choose: those used most of late, then the flow's first ones, in the
    /// flow's order so that a digit keeps its class for as long as the ten stay the same.
    var quickClasses: [String] {
        get throws {
            let used = try store.frequentLabels(limit: 10).filter {
                flow.labels.classID(of: $0) != nil
            }
            let rest = flow.labels.names.filter { !used.contains($0) }
            let chosen = Set((used + rest).prefix(10))
            return flow.labels.names.filter(chosen.contains)
        }
    }
}
