internal import HumanReview

/// A sheet as it is on the screen.
package struct AcceptSheet: Hashable, Sendable {
    package let request: SheetRequest
    package let contents: SheetContents
    /// What was picked off: it goes to review, not with its sheet.
    ///
    /// What is on other sheets stays so until it is decided, however the sheets are turned and sorted.
    package var picked: Set<SheetItem.ID> = []
    /// The thumbnail under the cursor.
    package var selection = 0

    /// A sheet of which nothing is picked off.
    package init(_ request: SheetRequest, _ contents: SheetContents) {
        self.request = request
        self.contents = contents
    }

    package var items: [SheetItem] { contents.items }

    /// Those of this sheet that are picked off, in its order.
    var pickedHere: [SheetItem.ID] { items.map(\.id).filter(picked.contains) }

    package var selected: SheetItem? {
        items.indices.contains(selection) ? items[selection] : nil
    }

    /// Puts what was decided out of mind, and the boxes of images that went to review with it.
    mutating func forget(_ decided: Set<SheetItem.ID>) {
        let gone = Set(
            decided.compactMap(\.image) + decided.intersection(picked).compactMap(\.box?.image))
        picked = picked.filter { id in
            !decided.contains(id) && id.box.map { gone.contains($0.image) } != true
        }
    }

    /// Moves the cursor, keeping it on the sheet.
    mutating func select(_ index: Int) {
        selection = min(max(0, index), max(0, items.count - 1))
    }
}
