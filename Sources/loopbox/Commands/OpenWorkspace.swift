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
        try options.checkDirectory()
        guard let workspace = Workspace.find(from: options.startingDirectory) else {
            throw CommandError(
                "\(options.startingDirectory): no workspace here or above; "
                    + "'loopbox init DIR --images PATH' makes one, -C DIR names another")
        }
        try self.init(workspace)
    }

    /// The workspace found as above; nil where the user named no directory and there is none, so that
    /// the samples' may be opened.
    static func find(_ options: WorkspaceOptions) throws -> OpenWorkspace? {
        guard options.directory == nil, Workspace.find(from: options.startingDirectory) == nil
        else {
            return try OpenWorkspace(options)
        }
        return nil
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

    /// The classes the digits choose, see ``QuickClasses``.
    var quickClasses: [String] {
        get throws {
            QuickClasses.chosen(
                from: flow.labels, usedLately: try store.frequentLabels(limit: QuickClasses.count))
        }
    }
}
