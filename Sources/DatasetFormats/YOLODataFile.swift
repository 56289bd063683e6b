package import Annotations
import OrderedJSON
internal import Yams

/// A YOLO data set's `data.yaml`: the names of its classes and where its images are.
package struct YOLODataFile: Hashable, Sendable {
    /// By class id, which a file may leave gaps in.
    package var names: [Int: String]
    /// The data set's root; nil when it is the file's own directory.
    package var path: String?
    /// Directories of images or lists of them, relative to ``path``.
    package var train: [String]
    package var validation: [String]

    /// The largest file that is read, 1 MiB.
    package static let mostBytes = 1 << 20

    /// Reads the members of a `data.yaml` that matter; names are a list, or a mapping from class ids.
    ///
    /// - Throws: ``DatasetFormatError`` naming the line.
    package init(contentsOf bytes: [UInt8], source: String) throws(DatasetFormatError) {
        let document = try Self.document(contentsOf: bytes, source: source)
        path = Self.text(of: document["path"])
        train = Self.texts(of: document["train"])
        validation = Self.texts(of: document["val"])
        names = try Self.names(of: document["names"], source: source)
    }

    private static func document(
        contentsOf bytes: [UInt8], source: String
    ) throws(DatasetFormatError) -> Node.Mapping {
        guard bytes.count <= mostBytes else {
            throw DatasetFormatError(
                source: source, line: 1, reason: "longer than \(mostBytes) bytes")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw DatasetFormatError(source: source, line: 1, reason: "not UTF-8 text")
        }
        do {
            guard let mapping = try Yams.compose(yaml: text)?.mapping else {
                throw DatasetFormatError(
                    source: source, line: 1, reason: "not a mapping of keys to values")
            }
            return mapping
        } catch let error as DatasetFormatError {
            throw error
        } catch {
            throw DatasetFormatError(source: source, yaml: error)
        }
    }

    private static func names(
        of node: Node?, source: String
    ) throws(DatasetFormatError) -> [Int: String] {
        var names: [Int: String] = [:]
        switch node {
        case .sequence(let items):
            for (id, item) in items.enumerated() { names[id] = item.scalar?.string }
        case .mapping(let members):
            for (key, name) in members {
                let text = key.scalar?.string ?? ""
                guard let id = Int(text), id >= 0 else {
                    throw DatasetFormatError(
                        source: source, line: key.mark?.line ?? 1,
                        reason: "'names' maps '\(text.prefix(40))', which is not a class id from 0")
                }
                names[id] = name.scalar?.string
            }
        default:
            throw DatasetFormatError(
                source: source, line: node?.mark?.line ?? 1,
                reason: "'names' is neither a list nor a mapping of class ids to names")
        }
        return names
    }

    /// A value that says something.
    private static func text(of node: Node?) -> String? {
        guard let text = node?.scalar?.string, !text.isEmpty, node?.null == nil else { return nil }
        return text
    }

    /// One text or a list of them.
    private static func texts(of node: Node?) -> [String] {
        if case .sequence(let items) = node { return items.compactMap(text) }
        return text(of: node).map { [$0] } ?? []
    }

    /// The text of a data set whose images are all in one directory.
    package static func text(classes: LabelMap, images: String) -> String {
        // JSON's strings are YAML's too, and keep a class named `no` from becoming a truth value.
        let names = classes.names.enumerated().map { id, name in
            "  \(id): \(JSONWriter().write(.string(name)))\n"
        }.joined()
        return "train: \(images)\nval: \(images)\nnc: \(classes.names.count)\nnames:\n\(names)"
    }
}
