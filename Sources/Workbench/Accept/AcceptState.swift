package import HumanReview

/// The accept screen: a sheet of confident images, and what was picked off it.
package struct AcceptState: Hashable, Sendable {
    /// What the keys are doing.
    package enum Mode: Hashable, Sendable {
        case normal
        /// A selection from this thumbnail to the one under the cursor.
        case range(from: Int)
        /// Everything the threshold takes, on this sheet and off it.
        case everything
        /// Letters typed so far of a hint.
        case hint(typed: String)
    }

    package var query = ConfidentQuery()
    /// A card of crops in the sheet's place.
    package var card: AcceptCard?
    /// Thumbnails across; nil for what suits the screen.
    package var columns: Int?
    /// Where the sheets before this one began, and this one.
    package var starts: [SheetPlace?] = [nil]
    /// What the cursor is to be on when its sheet comes.
    package var cursor: SheetItem.ID?
    /// Counts decisions, see ``SheetRequest``.
    package var edition = 0
    /// The latest sheet asked for, so that it is asked for once; nil before the screen was gone to.
    package var requested: SheetRequest?
    /// The sheet on the screen.
    package var sheet: AcceptSheet?
    package var failure: String?
    package var mode = Mode.normal
    package var thumbnails: [ThumbnailRequest: Thumbnail] = [:]
    /// Why a photo cannot be shown.
    package var spoiled: [ThumbnailRequest: String] = [:]
    /// The latest thumbnails asked for.
    package var developing: [ThumbnailRequest] = []
    /// A decision is under way: how many images or boxes of it are accepted by now.
    package var deciding: Int?
    /// That decision, whatever the keys do meanwhile; nil while one is taken back.
    package var decision: SheetDecision?
    /// A visit to the review screen from here, which leads back.
    package var visit: AcceptVisit?

    /// The state before the first sheet was asked for.
    package init() {}

    /// What is shown, or on its way.
    package var shown: SheetQuery { card.map { .boxes($0.query) } ?? .images(query) }

    /// The least score that is taken; where nothing is left out, the least there is.
    package var threshold: Double {
        let chosen = card?.query.filter.minimumScore ?? query.filter.minimumScore
        guard let lowest = sheet?.contents.lowestScore else { return chosen }
        return max(chosen, (lowest * 100).rounded(.down) / 100)
    }

    /// Whether something was asked for that has not come yet.
    package var isBusy: Bool {
        deciding != nil || requested.map { sheet?.request != $0 && failure == nil } == true
            || developing.contains { thumbnails[$0] == nil && spoiled[$0] == nil }
    }
}
