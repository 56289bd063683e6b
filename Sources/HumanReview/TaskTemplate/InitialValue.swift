internal import Annotations
internal import OrderedJSON

/// The `initial-value` attribute: boxes in A2I's form, as lenient as browsers read it.
enum InitialValue {
    /// Coordinates beyond this lie in no image; they are brought to it, so that sums cannot overflow.
    private static let farthest = 1_000_000.0

    /// The boxes of a text; `null` and white space are none.
    static func read(_ text: String, labels: LabelMap) throws(LiquidFailure) -> [LabeledBox] {
        var boxes: [LabeledBox] = []
        for (index, element) in try elements(of: text).enumerated() {
            boxes.append(try box(element, number: index + 1, labels: labels))
        }
        return boxes
    }

    private static func elements(of text: String) throws(LiquidFailure) -> [JSONValue] {
        if text.allSatisfy(\.isWhitespace) { return [] }
        let value: JSONValue
        do {
            value = try JSONParser(dialect: .lenient).parse(text)
        } catch {
            throw LiquidFailure("'initial-value' is not an array of boxes: \(error)")
        }
        switch value {
        case .null: return []
        case .array(let elements): return elements
        default: throw LiquidFailure("'initial-value' is not an array of boxes")
        }
    }

    private static func box(
        _ value: JSONValue, number: Int, labels: LabelMap
    ) throws(LiquidFailure) -> LabeledBox {
        guard case .string(let label)? = value["label"] else {
            throw LiquidFailure("box \(number) of 'initial-value' has no 'label'")
        }
        guard labels.classID(of: label) != nil else {
            throw LiquidFailure(
                "box \(number) of 'initial-value' has the label '\(label.prefix(40))', which is not "
                    + "one of 'labels'")
        }
        func pixels(_ name: String) throws(LiquidFailure) -> Int {
            guard let number = value[name].flatMap(LiquidValue.number) else {
                throw LiquidFailure("box \(number) of 'initial-value' has no '\(name)' in pixels")
            }
            return Int(min(max(number.rounded(), -farthest), farthest))
        }
        let box = BoundingBox(
            left: try pixels("left"), top: try pixels("top"), width: try pixels("width"),
            height: try pixels("height"))
        return LabeledBox(label: label, box: box)
    }
}
