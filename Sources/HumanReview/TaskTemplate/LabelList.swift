internal import Annotations
internal import OrderedJSON

/// The `labels` attribute: an array of texts, as lenient as browsers read it.
enum LabelList {
    /// Well above any list a person could choose from.
    private static let maximumCount = 1000

    static func read(_ text: String) throws(LiquidFailure) -> LabelMap {
        let names = try names(in: text)
        for (index, name) in names.enumerated() {
            guard !name.isEmpty, PlainText.withoutControlCharacters(name) == name else {
                throw LiquidFailure(
                    "label \(index + 1) is empty or has white space or control characters in it "
                        + "that cannot be shown")
            }
        }
        if let name = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +).first(where: {
            $0.1 > 1
        }) {
            throw LiquidFailure("label '\(name.key)' is there \(name.value) times")
        }
        return LabelMap(names)
    }

    private static func names(in text: String) throws(LiquidFailure) -> [String] {
        let value: JSONValue
        do {
            value = try JSONParser(dialect: .lenient).parse(text)
        } catch {
            throw LiquidFailure("'labels' is not an array of texts: \(error)")
        }
        guard case .array(let elements) = value else {
            throw LiquidFailure("'labels' is not an array of texts")
        }
        let names = elements.compactMap { element in
            if case .string(let name) = element { name } else { nil }
        }
        guard names.count == elements.count, (1...maximumCount).contains(names.count) else {
            throw LiquidFailure("'labels' must be 1 to \(maximumCount) texts")
        }
        return names
    }
}
