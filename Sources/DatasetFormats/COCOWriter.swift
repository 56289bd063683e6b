package import Annotations
import OrderedJSON

/// The text of a COCO instances file, a row a line, in the order that needs no row to be kept:
/// classes, then images, then the objects of all images.
///
/// Images and objects are numbered from 1 as they come. A class's id is its place among the classes from
/// 1, since 0 stands for the background in many programs.
package struct COCOWriter {
    private let classes: LabelMap
    private var images: Int64 = 0
    private var annotations: Int64 = 0

    /// A file of a flow's classes.
    package init(classes: LabelMap) { self.classes = classes }

    /// What an image adds to the two arrays.
    package struct Rows: Hashable, Sendable {
        package var image: String
        package var annotations: String
    }

    /// The text before the rows of images.
    package func head(description: String) -> String {
        let info = JSONValue.object([
            .init("description", .string(description)), .init("version", .string("1.0")),
        ])
        let categories = classes.names.enumerated().map { index, name in
            row(
                .object([
                    .init("id", .integer(Int64(index + 1))), .init("name", .string(name)),
                    .init("supercategory", .string("")),
                ]), isFirst: index == 0)
        }.joined()
        return "{\"info\": \(JSONWriter(style: .python).write(info)), \"licenses\": [],\n"
            + "\"categories\": [\(categories)],\n\"images\": ["
    }

    /// What stands between the rows of images and those of objects.
    package static let middle = "],\n\"annotations\": ["
    /// The text after the last row.
    package static let tail = "]}\n"

    /// The rows of the next image.
    ///
    /// - Parameters:
    ///   - fileName: relative to the directory of the images.
    ///   - size: the stored raster's.
    ///   - boxes: the objects in it.
    ///   - loop: what an error calls the image.
    /// - Returns: text for both arrays.
    /// - Throws: ``AugmentedManifest/UnknownLabel``.
    package mutating func rows(
        ofImage fileName: String, size: PixelSize, boxes: [LabeledBox], loop: String
    ) throws(AugmentedManifest.UnknownLabel) -> Rows {
        let id = images + 1
        let image = row(
            .object([
                .init("id", .integer(id)), .init("width", .integer(Int64(size.width))),
                .init("height", .integer(Int64(size.height))),
                .init("file_name", .string(fileName)),
            ]), isFirst: images == 0)
        var text = ""
        var number = annotations
        for labeled in boxes {
            guard let category = classes.classID(of: labeled.label) else {
                throw AugmentedManifest.UnknownLabel(loop: loop, label: labeled.label)
            }
            number += 1
            text += row(
                Self.annotation(number, image: id, category: category + 1, labeled.box),
                isFirst: number == 1)
        }
        (images, annotations) = (id, number)
        return Rows(image: image, annotations: text)
    }

    private static func annotation(
        _ id: Int64, image: Int64, category: Int, _ box: BoundingBox
    ) -> JSONValue {
        let corners = [box.left, box.top, box.width, box.height]
        return .object([
            .init("id", .integer(id)), .init("image_id", .integer(image)),
            .init("category_id", .integer(Int64(category))),
            .init("bbox", .array(corners.map { .integer(Int64($0)) })),
            .init("area", .integer(Int64(box.area))), .init("iscrowd", .integer(0)),
            .init("segmentation", .array([])),
        ])
    }

    private func row(_ value: JSONValue, isFirst: Bool) -> String {
        (isFirst ? "\n" : ",\n") + JSONWriter(style: .python).write(value)
    }
}
