import ReviewStore

nonisolated extension PredictionQueue {
    /// The queue of a workspace, which predicts with its versions' artifacts.
    ///
    /// - Throws: ``ReviewError`` when the store cannot be opened once more.
    convenience init(
        of workspace: Workspace, _ options: QueueOptions,
        report: @escaping @Sendable (QueueReport) -> Void
    ) throws {
        let store = try SQLiteReviewStore(
            workspace: workspace, leaseSeconds: OpenWorkspace.leaseSeconds,
            renderer: TemplateRendering())
        self.init(
            store: store, options: options,
            load: { try ModelPredictor($0, in: workspace, store) }, report: report)
    }
}
