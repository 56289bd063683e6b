package import HumanReview

/// What a thumbnail of the accept screen stands for.
package enum SheetItem: Hashable, Sendable {
    /// A whole image, on a sheet.
    case image(ConfidentImage)
    /// One box, cut out of its image, on a card.
    case box(ConfidentBox)

    /// Which image or box.
    package enum ID: Hashable, Sendable {
        case image(Int64)
        case box(ConfidentBoxID)
    }

    package var id: ID {
        switch self {
        case .image(let image): .image(image.image.id)
        case .box(let box): .box(box.id)
        }
    }

    /// The image it is or is of.
    package var image: ConfidentImage {
        switch self {
        case .image(let image): image
        case .box(let box): box.image
        }
    }

    package var box: ConfidentBox? {
        if case .box(let box) = self { box } else { nil }
    }
}

extension SheetItem.ID {
    var image: Int64? {
        if case .image(let image) = self { image } else { nil }
    }

    var box: ConfidentBoxID? {
        if case .box(let box) = self { box } else { nil }
    }

    /// The image it is or is of.
    var imageOrOwner: Int64 {
        switch self {
        case .image(let image): image
        case .box(let box): box.image
        }
    }
}
