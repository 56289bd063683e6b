/// The parts of `CSI prefix parameters intermediates final` (ECMA-48, 5.4).
nonisolated struct ControlSequence: Hashable, Sendable {
    /// `<`, `=`, `>` or `?` before the parameters, or nil.
    var prefix: UInt8?
    /// A parameter left out is 0; sub-parameters after `:` are dropped.
    var parameters: [Int]
    var intermediates: [UInt8]
    var final: UInt8

    /// The parts of a sequence's bytes after `CSI`; nil when they are not in order.
    ///
    /// Numbers beyond 9,999,999 are kept at that.
    init?(_ bytes: [UInt8]) {
        guard let last = bytes.last, (0x40...0x7E).contains(last) else { return nil }
        final = last
        var rest = bytes.dropLast()
        if let first = rest.first, (0x3C...0x3F).contains(first) {
            prefix = first
            rest = rest.dropFirst()
        }
        let numbers = rest.prefix { (0x30...0x3B).contains($0) }
        intermediates = Array(rest.dropFirst(numbers.count))
        guard intermediates.allSatisfy({ (0x20...0x2F).contains($0) }) else { return nil }
        parameters = Self.parameters(of: numbers)
    }

    /// The parameter at a position, or `missing` when it is not there.
    func parameter(_ position: Int, orElse missing: Int = 0) -> Int {
        position < parameters.count ? parameters[position] : missing
    }

    private static func parameters(of bytes: ArraySlice<UInt8>) -> [Int] {
        guard !bytes.isEmpty else { return [] }
        return bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
            $0.prefix { $0 != UInt8(ascii: ":") }.reduce(0) {
                min($0 * 10 + Int($1 - UInt8(ascii: "0")), 9_999_999)
            }
        }
    }
}
