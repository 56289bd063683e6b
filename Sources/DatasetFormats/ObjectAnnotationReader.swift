internal import Annotations
internal import OrderedJSON

/// Takes an annotation's members out of JSON, naming the member at fault.
struct ObjectAnnotationReader {
    /// What is wrong with a member.
    struct Fault: Error {
        let reason: String
    }

    /// More objects than this are no annotation of one image.
    static let mostObjects = 100_000
    /// No coordinate is further from the origin, in pixels.
    private static let furthest = 1_000_000.0

    /// The annotation in an object with `image_size` and `annotations`; an error puts the path, such
    /// as `bounding-box.`, before a member's name.
    static func annotation(in value: JSONValue, path: String = "") throws(Fault) -> ObjectAnnotation
    {
        let size = try size(of: value["image_size"], name: path + "image_size")
        guard case .array(let items) = value["annotations"] else {
            throw Fault(reason: "'\(path)annotations' is not an array")
        }
        guard items.count <= mostObjects else {
            throw Fault(reason: "'\(path)annotations' has more than \(mostObjects) objects")
        }
        var annotation = ObjectAnnotation(size: size, objects: [])
        for (index, item) in items.enumerated() {
            let name = "\(path)annotations[\(index)]"
            let object = try object(item, name: name)
            if object.box.width > 0, object.box.height > 0 {
                annotation.objects.append(object)
            } else {
                annotation.omissions.append("'\(name)' covers no pixel and is left out")
            }
        }
        return annotation
    }

    /// The names in an array of `{"class_id", "name"}`.
    static func categories(in value: JSONValue?) throws(Fault) -> [Int: String] {
        guard let value, value != .null else { return [:] }
        guard case .array(let items) = value else {
            throw Fault(reason: "'categories' is not an array")
        }
        var names: [Int: String] = [:]
        for (index, item) in items.enumerated() {
            let id = try classID(item["class_id"], name: "categories[\(index)].class_id")
            guard case .string(let name) = item["name"] else {
                throw Fault(reason: "'categories[\(index)].name' is not text")
            }
            names[id] = name
        }
        return names
    }

    /// The names in a manifest's `class-map`, whose members' names are the ids.
    static func classMap(in value: JSONValue?, path: String) throws(Fault) -> [Int: String] {
        guard case .object(let members) = value else { return [:] }
        var names: [Int: String] = [:]
        for member in members {
            guard let id = Int(member.name), id >= 0, case .string(let name) = member.value else {
                throw Fault(reason: "'\(path)' maps '\(member.name.prefix(40))' to no name")
            }
            names[id] = name
        }
        return names
    }

    private static func size(of value: JSONValue?, name: String) throws(Fault) -> PixelSize {
        guard case .array(let items) = value, let item = items.first else {
            throw Fault(reason: "'\(name)' is not an array of one size")
        }
        let size = PixelSize(
            width: try pixels(item["width"], name: "\(name)[0].width"),
            height: try pixels(item["height"], name: "\(name)[0].height"))
        guard !size.isEmpty else { throw Fault(reason: "'\(name)[0]' holds no pixel") }
        return size
    }

    private static func object(
        _ item: JSONValue, name: String
    ) throws(Fault) -> ObjectAnnotation.Object {
        let id = try classID(item["class_id"], name: name + ".class_id")
        let left = try coordinate(item["left"], name: name + ".left")
        let top = try coordinate(item["top"], name: name + ".top")
        let width = try coordinate(item["width"], name: name + ".width")
        let height = try coordinate(item["height"], name: name + ".height")
        guard width >= 0, height >= 0 else {
            throw Fault(reason: "'\(name)' has a negative width or height")
        }
        // The edges are rounded and not the extents, so that touching boxes go on touching.
        let box = BoundingBox(
            left: Int(left.rounded()), top: Int(top.rounded()),
            right: Int((left + width).rounded()), bottom: Int((top + height).rounded()))
        return ObjectAnnotation.Object(classID: id, box: box)
    }

    private static func classID(_ value: JSONValue?, name: String) throws(Fault) -> Int {
        var given = value?.double
        if case .string(let text) = value { given = Double(text) }
        guard let given, let id = Int(exactly: given), (0..<100_000).contains(id) else {
            throw Fault(reason: "'\(name)' is not a class id from 0")
        }
        return id
    }

    private static func pixels(_ value: JSONValue?, name: String) throws(Fault) -> Int {
        Int(try coordinate(value, name: name).rounded())
    }

    private static func coordinate(_ value: JSONValue?, name: String) throws(Fault) -> Double {
        guard let number = value?.double, abs(number) <= furthest else {
            throw Fault(reason: "'\(name)' is not a number of pixels")
        }
        return number
    }
}
