internal import Annotations

extension PascalVOC {
    /// Reads an annotation file.
    ///
    /// Members may come in any order and unknown ones are passed over, as the many tools that write
    /// the format need. Coordinates may be fractions; they are rounded to whole pixels. `pose`,
    /// `truncated`, `difficult`, `segmented`, `depth`, `folder` and `filename` may be absent.
    ///
    /// - Parameters:
    ///   - bytes: the file, UTF-8, at most ``XMLElement/byteLimit`` bytes.
    ///   - source: what an error calls the file.
    /// - Throws: ``DatasetFormatError``, naming the source, the line and the member.
    package init(contentsOf bytes: [UInt8], source: String = "annotation") throws {
        let root = try XMLElement(contentsOf: bytes, source: source)
        let reader = PascalVOCReader(source: source)
        guard root.name == "annotation" else {
            throw reader.error(root, "the root is <\(root.name)>, not <annotation>")
        }
        let size = try reader.child("size", of: root)
        self.init(
            folder: root.child("folder")?.trimmedText ?? "",
            filename: root.child("filename")?.trimmedText ?? "",
            size: PixelSize(
                width: try reader.dimension("width", of: size),
                height: try reader.dimension("height", of: size)),
            depth: try size.child("depth").map(reader.integer) ?? 3,
            isSegmented: try reader.flag("segmented", of: root),
            objects: try root.children.filter { $0.name == "object" }.map(reader.object))
    }
}

/// Takes an annotation's members out of its elements.
private struct PascalVOCReader {
    var source: String

    func object(_ element: XMLElement) throws -> PascalVOC.Object {
        let name = try child("name", of: element).trimmedText
        guard !name.isEmpty else { throw error(element, "<name> is empty") }
        return PascalVOC.Object(
            name: name, pose: element.child("pose")?.trimmedText ?? "Unspecified",
            isTruncated: try flag("truncated", of: element),
            isDifficult: try flag("difficult", of: element),
            box: try box(try child("bndbox", of: element)))
    }

    func box(_ element: XMLElement) throws -> BoundingBox {
        let box = BoundingBox(
            left: try integer(try child("xmin", of: element)) - 1,
            top: try integer(try child("ymin", of: element)) - 1,
            right: try integer(try child("xmax", of: element)),
            bottom: try integer(try child("ymax", of: element)))
        guard box.left < box.right, box.top < box.bottom else {
            throw error(element, "<bndbox> ends before it begins")
        }
        return box
    }

    func child(_ name: String, of element: XMLElement) throws -> XMLElement {
        guard let child = element.child(name) else {
            throw error(element, "<\(element.name)> has no <\(name)>")
        }
        return child
    }

    func dimension(_ name: String, of element: XMLElement) throws -> Int {
        let child = try child(name, of: element)
        let value = try integer(child)
        guard value > 0 else { throw error(child, "<\(name)> must be 1 or more") }
        return value
    }

    /// A whole number, or a fraction rounded to one, of at most a million either way.
    func integer(_ element: XMLElement) throws -> Int {
        guard let value = Double(element.trimmedText), abs(value) <= 1_000_000,
            let whole = Int(exactly: value.rounded())
        else {
            throw error(
                element,
                "<\(element.name)> is '\(element.trimmedText.prefix(40))', not a number")
        }
        return whole
    }

    func flag(_ name: String, of element: XMLElement) throws -> Bool {
        try element.child(name).map(integer).map { $0 != 0 } ?? false
    }

    func error(_ element: XMLElement, _ reason: String) -> DatasetFormatError {
        DatasetFormatError(source: source, line: element.line, reason: reason)
    }
}
