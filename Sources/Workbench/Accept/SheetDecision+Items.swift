internal import HumanReview

extension SheetDecision {
    /// A decision about thumbnails of a sheet or of a card.
    init(accepting accepted: [SheetItem.ID], rejecting rejected: some Collection<SheetItem.ID>) {
        let boxes = accepted.compactMap(\.box)
        self.init(
            accepted: boxes.isEmpty ? .images(accepted.compactMap(\.image)) : .boxes(boxes),
            reviewed: rejected.compactMap(\.image).sorted(),
            rejected: rejected.compactMap(\.box).sorted {
                ($0.image, $0.position) < ($1.image, $1.position)
            })
    }

    /// How many photos it sends to review: one that is picked off, or that has wrong boxes, goes once.
    var photosToReview: Int { Set(reviewed + rejected.map(\.image)).count }
}
