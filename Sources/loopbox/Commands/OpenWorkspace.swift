import Annotations
import Glibc
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
        try checkIdentity(options)
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

    /// Makes sure that nobody acts under another's name where names count: whoever owns the store's file
    /// administers it, and may.
    ///
    /// - Throws: ``CommandError`` for others.
    private func checkIdentity(_ options: WorkspaceOptions) throws {
        guard options.namesAnother, try store.isListingWorkers() else { return }
        let owner = FileOwner(ofFile: workspace.storePath)
        guard getuid() != 0, getuid() != owner?.user else { return }
        throw CommandError(
            "--worker '\(options.worker ?? "")': this workspace lists its workers, and you are "
                + "\(WorkspaceOptions.userName); only \(owner?.userName ?? "its owner") and root may "
                + "act for others here", status: .usage)
    }

    /// Says which names in a filter nothing here has: the loops asked for are then others, or none.
    func reportUnknownNames(in filter: LoopFilter) throws {
        for name in try store.unknownNames(in: filter) { Console.report("filter: \(name)") }
    }

    /// The classes the digits choose, see ``QuickClasses``.
    var quickClasses: [String] {
        get throws {
            QuickClasses.chosen(
                from: flow.labels, usedLately: try store.frequentLabels(limit: QuickClasses.count))
        }
    }
}
