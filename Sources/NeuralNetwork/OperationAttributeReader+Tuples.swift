extension OperationAttributeReader {
    /// The most elements a tuple may have.
    private static let longestTuple = 64

    /// The parts of `(a, b)`, `[a, b]`, `(a,)` or a bare `a`; nil when the text is none of these.
    private static func parts(_ text: String) -> [String]? {
        var inner = Substring(trimmed(text))
        if let open = inner.first, open == "(" || open == "[" {
            guard inner.count > 1, inner.last == (open == "(" ? ")" : "]") else { return nil }
            inner = inner.dropFirst().dropLast()
        }
        guard inner.utf8.count <= longestTuple * 64 else { return nil }
        var parts = inner.split(separator: ",", omittingEmptySubsequences: false)
            .map { trimmed(String($0)) }
        if parts.last == "" { parts.removeLast() }
        return parts.count <= longestTuple ? parts : nil
    }

    /// Finite numbers, at least one.
    func numbers(_ name: String, default standard: [Double]) throws(GraphError) -> [Double] {
        guard let text = node.attributes[name] else { return standard }
        let values = Self.parts(text)?.map { Double($0) } ?? [nil]
        guard let numbers = Self.all(values), !numbers.isEmpty, numbers.allSatisfy(\.isFinite)
        else {
            throw error(name, expected: "expected finite numbers in parentheses")
        }
        return numbers
    }

    /// As many finite numbers as the default has.
    func numbers(_ name: String, like standard: [Double]) throws(GraphError) -> [Double] {
        let values = try numbers(name, default: standard)
        guard values.count == standard.count else {
            throw error(name, expected: "expected \(standard.count) numbers in parentheses")
        }
        return values
    }

    /// Whole numbers, each from -2^31 to 2^31; none when the attribute is absent.
    func integers(_ name: String) throws(GraphError) -> [Int] {
        guard let text = node.attributes[name], Self.trimmed(text) != "None" else { return [] }
        // Python 2 wrote long integers with an L.
        let values = Self.parts(text)?.map { Int($0.hasSuffix("L") ? $0.dropLast() : $0[...]) }
        guard let integers = Self.all(values ?? [nil]),
            integers.allSatisfy({ $0.magnitude <= 1 << 31 })
        else { throw error(name, expected: "expected whole numbers in parentheses") }
        return integers
    }

    /// Two whole numbers, not below `minimum`; the default stands for absent and empty ones.
    func extent(
        _ name: String, default standard: Extent?, minimum: Int
    ) throws(GraphError) -> Extent {
        let values = try integers(name)
        if values.isEmpty, let standard { return standard }
        guard values.count == 2, let vertical = values.first, let horizontal = values.last,
            (minimum...Self.longestExtent).contains(vertical),
            (minimum...Self.longestExtent).contains(horizontal)
        else {
            throw error(
                name,
                expected: "expected two whole numbers from \(minimum) to \(Self.longestExtent)")
        }
        return Extent(vertical, horizontal)
    }

    private static func all<Value>(_ values: [Value?]) -> [Value]? {
        let present = values.compactMap { $0 }
        return present.count == values.count ? present : nil
    }
}
