import Foundation
import OrderedJSON

/// What another program computed, as the script of the same name in `References` wrote it.
enum ReferenceFile {
    /// The JSON in a file.
    static func read(_ name: String) throws -> JSONValue {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("References/" + name)
        return try JSONParser().parse([UInt8](try Data(contentsOf: file)))
    }
}

extension JSONValue {
    /// The elements of an array, none of anything else.
    var elements: [JSONValue] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// A number of either kind.
    var double: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .number(let number): number
        default: nil
        }
    }

    /// The numbers of an array.
    var doubles: [Double] { elements.compactMap(\.double) }

    /// A text.
    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }
}
