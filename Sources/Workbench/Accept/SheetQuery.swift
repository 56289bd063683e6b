package import HumanReview

/// What the accept screen shows, in what order.
package enum SheetQuery: Hashable, Sendable {
    case images(ConfidentQuery)
    case boxes(ConfidentBoxQuery)

    /// Where a page that ends with an item ends.
    func place(of item: SheetItem) -> SheetPlace {
        switch (self, item) {
        case (.images(let query), _): .image(item.image.place(in: query.order))
        case (.boxes, .box(let box)): .box(box.place)
        case (.boxes, .image(let image)): .image(image.place(in: .score))
        }
    }
}
