internal import HumanReview

/// Cards of crops: the boxes of one class, accepted and rejected one by one.
extension AppState {
    /// Asks which class, the one under the cursor first.
    mutating func chooseCard() {
        let classes = accept.sheet?.contents.facets.boxes.map(\.name) ?? []
        guard !classes.isEmpty else {
            return say(.information, "No box is left to be accepted or rejected")
        }
        var search = Popup.ListSearch()
        search.selection = classes.firstIndex { $0 == likelyClass } ?? 0
        popup = .boxClasses(search)
    }

    /// The class of the card, else of the filter, else of the image under the cursor.
    private var likelyClass: String? {
        if let card = accept.card { return card.query.filter.label }
        let filtered = accept.query.filter.labels
        return filtered.count == 1 ? filtered.first : accept.sheet?.selected?.image.label
    }

    /// Shows the crops of a class in the sheet's place.
    mutating func showCard(of label: String) {
        let (starts, cursor) = (accept.starts, accept.sheet?.selected?.id)
        ask {
            let query = ConfidentBoxQuery(
                filter: ConfidentBoxFilter(label: label),
                isWeakestFirst: $0.card?.query.isWeakestFirst ?? true)
            $0.card = AcceptCard(
                query: query, startsBelow: $0.card?.startsBelow ?? starts,
                cursorBelow: $0.card?.cursorBelow ?? cursor)
        }
    }

    /// Goes back to the sheet below a card.
    mutating func leaveCard() {
        guard let card = accept.card else { return }
        accept.card = nil
        accept.starts = card.startsBelow
        accept.cursor = card.cursorBelow
        accept.edition += 1
    }
}
