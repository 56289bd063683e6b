import Annotations
import HumanReview
import OrderedJSON

/// The JSON of what an edit changed: `{"changes":[{"before":BOX,"after":BOX}],"threshold":{…}}`, empty
/// text when it changed nothing.
enum EditText {
    /// The stored form of an edit's changes.
    static func text(of edit: Edit) -> String {
        let changes = edit.changes.map { change in
            object([("before", change.before.map(json)), ("after", change.after.map(json))])
        }
        let members = object([
            ("changes", changes.isEmpty ? nil : .array(changes)),
            (
                "threshold",
                edit.threshold.map {
                    object([("before", .number($0.before)), ("after", .number($0.after))])
                }
            ),
        ])
        return members == .object([]) ? "" : JSONWriter().write(members)
    }

    /// The changes of a stored form.
    ///
    /// - Throws: when the text is not one that ``text(of:)`` makes.
    static func changes(of text: String) throws -> ([BoxChange], Edit.ThresholdChange?) {
        guard !text.isEmpty else { return ([], nil) }
        let value = try parse(text)
        var changes: [BoxChange] = []
        if case .array(let elements) = value["changes"] {
            changes = try elements.map {
                BoxChange(before: try box($0["before"]), after: try box($0["after"]))
            }
        }
        return (changes, try threshold(value["threshold"]))
    }

    private static func json(_ box: ReviewBox) -> JSONValue {
        object([
            ("id", .integer(Int64(box.id))), ("label", .string(box.label)),
            ("left", .integer(Int64(box.box.left))), ("top", .integer(Int64(box.box.top))),
            ("right", .integer(Int64(box.box.right))),
            ("bottom", .integer(Int64(box.box.bottom))), ("score", box.score.map(JSONValue.number)),
            ("isConfirmed", box.isConfirmed ? .bool(true) : nil),
        ])
    }

    private static func object(_ members: [(String, JSONValue?)]) -> JSONValue {
        .object(members.compactMap { name, value in value.map { JSONValue.Member(name, $0) } })
    }

    private static func box(_ value: JSONValue?) throws -> ReviewBox? {
        guard let value else { return nil }
        guard case .string(let label) = value["label"] else { throw malformed("label") }
        let id = try integer("id", of: value)
        guard id >= 0 else { throw malformed("id") }
        return ReviewBox(
            id: id, label: label,
            box: BoundingBox(
                left: try integer("left", of: value), top: try integer("top", of: value),
                right: try integer("right", of: value), bottom: try integer("bottom", of: value)),
            score: number("score", of: value), isConfirmed: value["isConfirmed"] == .bool(true))
    }

    private static func threshold(_ value: JSONValue?) throws -> Edit.ThresholdChange? {
        guard let value else { return nil }
        guard let before = number("before", of: value), let after = number("after", of: value)
        else { throw malformed("threshold") }
        return Edit.ThresholdChange(before: before, after: after)
    }

    /// A number of 32 bits: no image has more pixels to a side, no task more boxes, and sums and
    /// differences of such numbers never overflow.
    private static func integer(_ name: String, of value: JSONValue) throws -> Int {
        guard case .integer(let integer) = value[name], let result = Int32(exactly: integer)
        else { throw malformed(name) }
        return Int(result)
    }

    private static func number(_ name: String, of value: JSONValue) -> Double? {
        switch value[name] {
        case .number(let number): number
        case .integer(let integer): Double(integer)
        default: nil
        }
    }

    private static func parse(_ text: String) throws -> JSONValue {
        do {
            return try JSONParser().parse(text)
        } catch {
            throw StoredTextError(what: "a journal entry", reason: "\(error)")
        }
    }

    private static func malformed(_ member: String) -> StoredTextError {
        StoredTextError(what: "a journal entry", reason: "it has no proper '\(member)'")
    }
}
