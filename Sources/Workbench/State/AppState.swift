package import HumanReview
package import Screen

/// Everything the screen shows and every key depends on.
package struct AppState: Hashable, Sendable {
    /// What the reviewer is looking at.
    package enum Place: Hashable, Sendable {
        case loading
        case task(TaskState)
        /// Nothing waits; others hold this many tasks.
        case empty(heldByOthers: Int)
        case failed(String)
    }

    package var metrics: ScreenMetrics
    package var theme: Theme
    package var keymap: Keymap
    package var worker: Worker
    /// Why the worker may not do something, by what; what is missing may be done, as far as is known.
    package var refusals: [Permission: ReviewError] = [:]
    package var workspaceName: String
    package var now: Timestamp
    /// The flow's thresholds, which scores are read against.
    package var scoreBounds: [Double] = []
    package var destination: Destination = .review
    package var place: Place = .loading
    package var accept = AcceptState()
    package var loops = LoopsState()
    package var disputes = DisputesState()
    package var history = HistoryState()
    package var popup: Popup?
    package var message: Message?
    package var pendingKeys: [Key] = []
    package var summary: QueueSummary?
    /// How the background queue stands; nil until it was asked about.
    package var queue: QueueProgress?
    /// When the store was last looked at for what other processes do.
    package var lookedAt: Timestamp
    /// An empty screen has asked whether something waits.
    package var isLooking = false
    /// Names of the ten classes the digits choose.
    package var quickClasses: [String]
    /// The class a drawn box gets.
    package var activeLabel: String?
    package var clipboard: ReviewBox?
    package var lastOperation: BoxOperation?
    /// Loops opened, oldest first, and where in them the reviewer is.
    package var trail: [String] = []
    package var trailPosition = 0
    /// Loops left without an answer in this session, taken again only when nothing else waits.
    package var passed: Set<String> = []
    /// Loops the store would give next, for prefetching.
    package var upcoming: [HumanLoop] = []
    /// A save failed for want of space; it is tried again with every tick.
    package var isSavingAgain = false
    package var isRunning = true

    /// The state before the first task.
    package init(
        metrics: ScreenMetrics, theme: Theme, keymap: Keymap = .standard, worker: Worker,
        workspaceName: String, quickClasses: [String], now: Timestamp
    ) {
        self.metrics = metrics
        self.theme = theme
        self.keymap = keymap
        self.worker = worker
        self.workspaceName = workspaceName
        self.quickClasses = quickClasses
        self.now = now
        lookedAt = now
    }

    /// A score as every screen writes it.
    func scoreText(_ score: Double) -> String { ScoreText.of(score, around: scoreBounds) }

    /// Whether work is under way that the reviewer waits for: what the footer shows and tests wait on.
    package var isBusy: Bool {
        switch destination {
        case .review: isBusyWithTask
        case .accept: accept.isBusy
        case .loops: loops.isBusy
        case .disputes: disputes.isBusy
        case .history: history.isBusy
        }
    }

    private var isBusyWithTask: Bool {
        switch place {
        case .loading: true
        case .task(let task): task.isWaitingForPhoto || task.submission != nil
        case .empty, .failed: false
        }
    }

    /// The task on the screen; setting it has no effect in other places.
    package var task: TaskState? {
        get {
            guard case .task(let task) = place else { return nil }
            return task
        }
        set {
            guard let newValue, case .task = place else { return }
            place = .task(newValue)
        }
    }
}
