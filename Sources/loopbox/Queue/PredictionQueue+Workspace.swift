import ReviewStore

nonisolated extension PredictionQueue {
    /// The queue of a workspace, which predicts with its versions' artifacts, at a pace where it runs beside a screen.
    ///
    /// - Throws: ``ReviewError`` when the store cannot be opened once more.
    convenience init(
        of workspace: Workspace, _ options: QueueOptions, pace: NetworkPace? = nil,
        report: @escaping @Sendable (QueueReport) -> Void
    ) throws {
        let store = try SQLiteReviewStore(
            workspace: workspace, leaseSeconds: OpenWorkspace.leaseSeconds,
            renderer: TemplateRendering())
        self.init(
            store: store, options: options, pace: pace,
            load: { try ModelPredictor($0, in: workspace, store, pace: pace) }, report: report)
    }
}
