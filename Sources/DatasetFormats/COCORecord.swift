package import Annotations

/// A row of a COCO file (cocodataset.org, "Data format"): what its arrays are made of.
package enum COCORecord: Hashable, Sendable {
    case image(Image)
    case category(Category)
    case annotation(Annotation)

    /// What a file calls an image: a number, or text as some tools that write results have it.
    package enum Identifier: Hashable, Sendable, CustomStringConvertible {
        case number(Int64)
        case text(String)

        package var description: String {
            switch self {
            case .number(let number): String(number)
            case .text(let text): text
            }
        }
    }

    /// An image.
    package struct Image: Hashable, Sendable {
        package var id: Identifier
        /// Relative to the directory of the data set's images.
        package var fileName: String
        package var size: PixelSize

        /// An image of a file.
        package init(id: Identifier, fileName: String, size: PixelSize) {
            self.id = id
            self.fileName = fileName
            self.size = size
        }
    }

    /// A class; the ids of a file need not follow one another.
    package struct Category: Hashable, Sendable {
        package var id: Int64
        package var name: String

        /// A class of a name.
        package init(id: Int64, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// An object, or a detection when it has a score.
    package struct Annotation: Hashable, Sendable {
        package var image: Identifier
        package var category: Int64
        /// `[x, y, width, height]` in pixels from the image's top left corner.
        package var left: Double
        package var top: Double
        package var width: Double
        package var height: Double
        /// Whether the box holds many objects that nobody told apart.
        package var isCrowd: Bool
        package var score: Double?
        /// Its place in the file's array, from 0, to name it by.
        package var index: Int

        /// A person's box.
        package init(image: Identifier, category: Int64, box: BoundingBox, index: Int = 0) {
            self.image = image
            self.category = category
            left = Double(box.left)
            top = Double(box.top)
            width = Double(box.width)
            height = Double(box.height)
            isCrowd = false
            self.index = index
        }

        /// A row as a file has it.
        init(
            image: Identifier, category: Int64, corner: (left: Double, top: Double),
            extent: (width: Double, height: Double), isCrowd: Bool, score: Double?, index: Int
        ) {
            self.image = image
            self.category = category
            (left, top) = corner
            (width, height) = extent
            self.isCrowd = isCrowd
            self.score = score
            self.index = index
        }

        /// The box, its edges and not its extent rounded to whole pixels, so that touching boxes go on
        /// touching; it may be empty and reach out of the image.
        package var box: BoundingBox {
            BoundingBox(
                left: Int(left.rounded()), top: Int(top.rounded()),
                right: Int((left + width).rounded()), bottom: Int((top + height).rounded()))
        }
    }
}
