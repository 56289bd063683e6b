import Annotations
import OrderedJSON

/// The stored form of a list of classes: a JSON array of names.
enum LabelText {
    /// The stored form.
    static func text(of names: [String]) -> String {
        JSONWriter().write(.array(names.map(JSONValue.string)))
    }

    /// The classes of a stored form.
    ///
    /// - Throws: ``StoredTextError`` when the text is none.
    static func labels(of text: String) throws -> LabelMap {
        guard case .array(let names) = try? JSONParser().parse(text) else {
            throw StoredTextError(what: "a list of labels", reason: "it is no JSON array")
        }
        return LabelMap(
            names.compactMap { name in
                guard case .string(let name) = name else { return nil }
                return name
            })
    }
}
