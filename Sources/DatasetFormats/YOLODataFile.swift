package import Annotations
import OrderedJSON

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
        let document = try YAMLDocument(contentsOf: bytes, source: source)
        path = document["path"]?.text
        train = document["train"]?.texts ?? []
        validation = document["val"]?.texts ?? []
        names = [:]
        switch document["names"]?.value {
        case .list(let items): for (id, name) in items.enumerated() { names[id] = name }
        case .map(let members):
            for (key, name) in members {
                guard let id = Int(key), id >= 0 else {
                    throw DatasetFormatError(
                        source: source, line: document["names"]?.line ?? 1,
                        reason: "'names' maps '\(key.prefix(40))', which is not a class id from 0")
                }
                names[id] = name
            }
        default:
            throw DatasetFormatError(
                source: source, line: document["names"]?.line ?? 1,
                reason: "'names' is neither a list nor a mapping of class ids to names")
        }
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
