package import HumanReview

/// A sheet as it is on the screen.
package struct AcceptSheet: Hashable, Sendable {
    package let request: SheetRequest
    package let contents: SheetContents
    /// Numbers of images picked off: they go to review, not with their sheet.
    ///
    /// Those of other sheets stay so until they are decided, however the sheets are turned and sorted.
    package var picked: Set<Int64> = []
    /// The thumbnail under the cursor.
    package var selection = 0

    /// A sheet of which nothing is picked off.
    package init(_ request: SheetRequest, _ contents: SheetContents) {
        self.request = request
        self.contents = contents
    }

    package var images: [ConfidentImage] { contents.images }

    /// Those of this sheet that are picked off, in its order.
    var pickedHere: [Int64] { images.map(\.image.id).filter(picked.contains) }

    package var selected: ConfidentImage? {
        images.indices.contains(selection) ? images[selection] : nil
    }

    /// Moves the cursor, keeping it on the sheet.
    mutating func select(_ index: Int) {
        selection = min(max(0, index), max(0, images.count - 1))
    }
}
