import HumanReview

extension ReviewError {
    /// A failure as screens tell it: what the store throws otherwise is a fault of the workspace.
    nonisolated init(ofWorkspace error: any Error) {
        self = error as? ReviewError ?? .storage(path: "workspace", reason: "\(error)")
    }
}
