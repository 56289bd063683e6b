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
    var pickedHere: [SheetItem.ID] { items.map(\.id).filter(isPicked) }

    /// How many photos of this sheet go to review: several crops of a card may be of one.
    var photosPickedHere: Int { Set(pickedHere.map(\.imageOrOwner)).count }

    /// Whether it was picked off, or an image a box of it, or a box its image, on a card or a sheet
    /// before this one.
    func isPicked(_ id: SheetItem.ID) -> Bool {
        picked.contains(id)
            || picked.contains {
                $0.imageOrOwner == id.imageOrOwner && ($0.box == nil) != (id.box == nil)
            }
    }

    /// What was picked off of the images that are chosen or have a chosen box.
    func picked(among chosen: [SheetItem.ID]) -> Set<SheetItem.ID> {
        let (ids, images) = (Set(chosen), Set(chosen.map(\.imageOrOwner)))
        let isCard = chosen.contains { $0.box != nil }
        return picked.filter {
            ids.contains($0) || images.contains($0.imageOrOwner) && ($0.box != nil) != isCard
        }
    }

    /// Picks it off, or takes that back.
    mutating func togglePicked(_ id: SheetItem.ID) {
        guard isPicked(id) else {
            picked.insert(id)
            return
        }
        picked.subtract(picked(among: [id]))
    }

    package var selected: SheetItem? {
        items.indices.contains(selection) ? items[selection] : nil
    }

    /// Puts what was decided out of mind, and the boxes of images that are confident no more.
    mutating func forget(_ decision: SheetDecision) {
        var images = Set(decision.reviewed + decision.rejected.map(\.image))
        var boxes = Set(decision.rejected)
        switch decision.accepted {
        case .images(let accepted): images.formUnion(accepted)
        case .boxes(let accepted): boxes.formUnion(accepted)
        case .all, .allBoxes: break
        }
        picked = picked.filter { id in
            !images.contains(id.imageOrOwner) && id.box.map(boxes.contains) != true
        }
    }

    /// Moves the cursor, keeping it on the sheet.
    mutating func select(_ index: Int) {
        selection = min(max(0, index), max(0, items.count - 1))
    }
}
