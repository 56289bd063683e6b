internal import Annotations
package import HumanReview

/// The history screen: every version of a loop's boxes, two of them compared.
package struct HistoryState: Hashable, Sendable {
    /// The loop gone to; nil before the screen was.
    package var loopName: String?
    package var history: LoopHistory?
    package var photo: LoopPhoto?
    /// Positions among ``versions``: the one compared with, and the one shown.
    package var base = 0
    package var shown = 0
    /// The change that is looked at, by its position among those that are any.
    package var selection = 0
    package var failure: String?
    /// Where `Esc` leads back to.
    package var origin: Destination = .review

    /// No history yet.
    package init() {}

    package var isBusy: Bool {
        loopName != nil && failure == nil && (history == nil || photo?.isAwaited == true)
    }

    package var versions: [LoopVersion] { history?.versions ?? [] }

    /// What became of the base's boxes in the version shown.
    package var differences: BoxDifferences? {
        let versions = versions
        guard versions.indices.contains(base), versions.indices.contains(shown) else { return nil }
        return BoxDifferences(from: versions[base].boxes, to: versions[shown].boxes)
    }

    /// The changes in the order of the panel: what was kept is not among them.
    package var changes: [BoxDifferences.Change] {
        differences?.changes.filter { $0.kind != .kept } ?? []
    }

    package var selectedChange: BoxDifferences.Change? {
        let changes = changes
        return changes.indices.contains(selection) ? changes[selection] : nil
    }

    /// Shows the latest version beside the one before it.
    mutating func show(_ history: LoopHistory) {
        self.history = history
        failure = nil
        if photo?.image != history.loop.image { photo = LoopPhoto(image: history.loop.image) }
        shown = max(0, versions.count - 1)
        base = max(0, shown - 1)
        selection = 0
    }
}
