import Annotations
import OrderedJSON

/// Reads a COCO file, of objects or of results, a piece at a time: 448 MB of `instances_train2017.json`
/// in the memory of one row.
package struct COCOReader {
    private var scanner: JSONElementScanner
    private let source: String

    /// No coordinate is further from the origin, in pixels.
    private static let furthest = 1_000_000.0

    /// A reader of a file that errors call `source`.
    package init(source: String) {
        self.source = source
        scanner = JSONElementScanner(
            wanted: ["images", "categories", "annotations"], source: source)
    }

    /// Takes the next bytes of the file.
    ///
    /// - Parameters:
    ///   - piece: bytes that follow those before.
    ///   - visit: gets each row that ends in them, or what is wrong with it.
    /// - Throws: ``DatasetFormatError`` when it is no JSON from here on, or what `visit` throws.
    package mutating func take(
        _ piece: [UInt8], _ visit: (Result<COCORecord, DatasetFormatError>) throws -> Void
    ) throws {
        let source = source
        try scanner.take(piece) { try visit(Self.record($0, source: source)) }
    }

    /// Ends the file.
    ///
    /// - Throws: ``DatasetFormatError`` when it is cut off.
    package func finish() throws(DatasetFormatError) { try scanner.finish() }

    private static func record(
        _ element: JSONElementScanner.Element, source: String
    ) -> Result<COCORecord, DatasetFormatError> {
        let name = "\(element.array ?? "results")[\(element.index)]"
        do {
            let value = try JSONParser(
                maximumDepth: 64, maximumBytes: JSONElementScanner.mostBytes
            ).parse(NonFiniteNumbers.replacedByNull(in: element.bytes))
            switch element.array {
            case "images": return .success(.image(try image(value, name)))
            case "categories": return .success(.category(try category(value, name)))
            default: return .success(.annotation(try annotation(value, name, element.index)))
            }
        } catch let error as JSONParsingError {
            return .failure(
                DatasetFormatError(
                    source: source, line: element.line + error.line - 1,
                    reason: "'\(name)' is not JSON: \(error.reason)"))
        } catch {
            let reason = (error as? ObjectAnnotationReader.Fault)?.reason ?? "\(error)"
            return .failure(
                DatasetFormatError(source: source, line: element.line, reason: reason))
        }
    }

    private static func image(_ value: JSONValue, _ name: String) throws -> COCORecord.Image {
        let id = try identifier(value["id"], name + ".id")
        guard case .string(let file) = value["file_name"], !file.isEmpty, !file.utf8.contains(0)
        else { throw fault("'\(name).file_name' does not name the image") }
        let size = PixelSize(
            width: Int(try number(value["width"], name + ".width").rounded()),
            height: Int(try number(value["height"], name + ".height").rounded()))
        guard !size.isEmpty else { throw fault("'\(name)' has a width or height without a pixel") }
        return COCORecord.Image(id: id, fileName: file, size: size)
    }

    private static func category(_ value: JSONValue, _ name: String) throws -> COCORecord.Category {
        guard case .integer(let id) = value["id"] else { throw fault("'\(name).id' is no integer") }
        guard case .string(let label) = value["name"], !label.isEmpty else {
            throw fault("'\(name).name' is no text")
        }
        return COCORecord.Category(id: id, name: label)
    }

    private static func annotation(
        _ value: JSONValue, _ name: String, _ index: Int
    ) throws -> COCORecord.Annotation {
        let image = try identifier(value["image_id"], name + ".image_id")
        guard case .integer(let category) = value["category_id"] else {
            throw fault("'\(name).category_id' is no integer")
        }
        guard case .array(let items) = value["bbox"], items.count == 4 else {
            throw fault("'\(name).bbox' is not [x, y, width, height]")
        }
        let numbers = try items.map { try number($0, name + ".bbox") }
        guard numbers[2] >= 0, numbers[3] >= 0 else {
            throw fault("'\(name).bbox' has a negative width or height")
        }
        return COCORecord.Annotation(
            image: image, category: category, corner: (numbers[0], numbers[1]),
            extent: (numbers[2], numbers[3]), isCrowd: isCrowd(value["iscrowd"]),
            score: try score(value["score"], name), index: index)
    }

    private static func isCrowd(_ value: JSONValue?) -> Bool {
        if case .bool(let flag) = value { return flag }
        return (value?.double ?? 0) != 0
    }

    private static func score(_ value: JSONValue?, _ name: String) throws -> Double? {
        guard let value else { return nil }
        guard let score = value.double, (0...1).contains(score) else {
            throw fault("'\(name).score' is not between 0 and 1")
        }
        return score
    }

    private static func identifier(
        _ value: JSONValue?, _ name: String
    ) throws -> COCORecord.Identifier {
        switch value {
        case .integer(let number): return .number(number)
        case .string(let text): return .text(text)
        default: throw fault("'\(name)' is neither an integer nor text")
        }
    }

    private static func number(_ value: JSONValue?, _ name: String) throws -> Double {
        guard let number = value?.double, abs(number) <= furthest else {
            throw fault("'\(name)' is not a number of pixels")
        }
        return number
    }

    private static func fault(_ reason: String) -> ObjectAnnotationReader.Fault {
        ObjectAnnotationReader.Fault(reason: reason)
    }
}
