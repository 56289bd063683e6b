internal import OrderedJSON

/// The filters of worker task templates: Liquid's own that AWS's samples use and their kin, and
/// `escape_once`, `to_json`, `skip_autoescape` and `grant_read_access` (contract §4.3).
enum LiquidFilters {
    private static let all: [String: LiquidFilter] =
        escaping.merging(text) { first, _ in first }
        .merging(numbers) { first, _ in first }
        .merging(arrays) { first, _ in first }

    /// Why a template cannot apply a filter so, or nil when it can.
    static func problem(with call: LiquidFilterCall) -> String? {
        guard let filter = all[call.name] else {
            return "unknown filter '\(call.name.prefix(40))'"
        }
        guard !filter.argumentCount.contains(call.arguments.count) else { return nil }
        return "filter '\(call.name)' takes \(describe(filter.argumentCount)), "
            + "not \(call.arguments.count)"
    }

    /// Applies a filter ``problem(with:)`` finds nothing wrong with.
    static func apply(
        _ name: String, to input: JSONValue, _ arguments: LiquidArguments
    ) throws(LiquidFailure) -> JSONValue {
        guard let filter = all[name] else { throw LiquidFailure("unknown filter '\(name)'") }
        return try filter.work(input, arguments)
    }

    private static func describe(_ count: ClosedRange<Int>) -> String {
        let most = count.upperBound == 1 ? "1 argument" : "\(count.upperBound) arguments"
        return count.lowerBound == count.upperBound ? most : "\(count.lowerBound) to " + most
    }
}
