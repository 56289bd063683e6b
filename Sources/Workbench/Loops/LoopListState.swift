package import HumanReview

/// The list of loops that a filter lets through, as far as it was read.
package struct LoopListState: Hashable, Sendable {
    /// The filter as it stands on the screen.
    package var field = LineEdit()
    package var isEditing = false
    /// What ``field`` says, or said when it was last a filter.
    package private(set) var filter = LoopFilter()
    /// What keeps ``field`` from being a filter.
    package private(set) var mistake: LoopFilterError?

    package var rows: [LoopListRow] = []
    /// Where the list goes on; nil at its end.
    package var next: LoopPosition?
    package var count: LoopCount?
    /// The term because of which nothing is in the list.
    package var emptying: EmptyingTerm?
    /// Why the list could not be read.
    package var failure: String?
    package var cursor = 0
    /// The first row in sight.
    package var top = 0
    package var marks = LoopMarks()
    /// Where a range that is being selected began.
    package var anchor: Int?

    /// Counts up with every list asked for; what answers an earlier one is dropped.
    package var generation = 0
    /// Whether the first page of the latest list has come.
    package var isLoaded = false
    /// Rows of this list that take the place of all when they come.
    package var isReloading = false
    package var isReading = false
    package var isCounting = false
    /// Actions and exports on their way.
    package var works = 0
    /// When the list was last read, to notice what others do.
    package var readAt: Timestamp?

    /// Whether something was asked for that has not come yet.
    package var isBusy: Bool { isReading && !isLoaded || works > 0 }

    /// An unfiltered list before its first page.
    package init() {}

    /// The loop under the cursor.
    package var current: LoopListRow? { rows.indices.contains(cursor) ? rows[cursor] : nil }

    /// Takes the field for the filter if it is one.
    ///
    /// - Returns: whether the list is another one now.
    mutating func readField() -> Bool {
        do {
            let read = try LoopFilter(field.text)
            mistake = nil
            defer { filter = read }
            return read != filter
        } catch {
            mistake = error
            return false
        }
    }

    /// Puts a filter into the field.
    mutating func show(_ filter: LoopFilter) {
        self.filter = filter
        field = LineEdit(filter.description)
        mistake = nil
    }

    /// The loops that an action is for: the selected ones, else the one under the cursor.
    var selection: LoopSelection? {
        marks.isEmpty ? current.map { .named([$0.loop.name]) } : marks.selection(in: filter)
    }
}
