internal import OrderedJSON

extension LiquidFilters {
    static let arrays: [String: LiquidFilter] = [
        "size": LiquidFilter { (input, _) throws(LiquidFailure) in
            let size = LiquidValue.member("size", of: input)
            return size == .null ? .integer(0) : size
        },
        "first": LiquidFilter { (input, _) throws(LiquidFailure) in
            LiquidValue.member("first", of: input)
        },
        "last": LiquidFilter { (input, _) throws(LiquidFailure) in
            LiquidValue.member("last", of: input)
        },
        "join": LiquidFilter(0...1) { (input, arguments) throws(LiquidFailure) in
            let separator = arguments.positional.isEmpty ? " " : arguments.text(0)
            return .string(
                try join(LiquidValue.elements(input).map(LiquidValue.text), with: separator))
        },
        "reverse": LiquidFilter { (input, _) throws(LiquidFailure) in
            .array(LiquidValue.elements(input).reversed())
        },
        "compact": LiquidFilter { (input, _) throws(LiquidFailure) in
            .array(LiquidValue.elements(input).filter { $0 != .null })
        },
        "uniq": LiquidFilter { (input, _) throws(LiquidFailure) in
            var seen: Set<JSONValue> = []
            return .array(LiquidValue.elements(input).filter { seen.insert($0).inserted })
        },
        "concat": LiquidFilter(1) { (input, arguments) throws(LiquidFailure) in
            .array(LiquidValue.elements(input) + LiquidValue.elements(arguments[0]))
        },
        "map": LiquidFilter(1) { (input, arguments) throws(LiquidFailure) in
            let name = arguments.text(0)
            return .array(LiquidValue.elements(input).map { LiquidValue.member(name, of: $0) })
        },
        "where": LiquidFilter(1...2, filter),
        "sort": LiquidFilter(0...1, sort),
        "slice": LiquidFilter(1...2, slice),
    ]

    /// Elements whose member is true, or equals the second argument.
    private static let filter: LiquidFilter.Work = { (input, arguments) throws(LiquidFailure) in
        let name = arguments.text(0)
        let matching = LiquidValue.elements(input).filter { element in
            let member = LiquidValue.member(name, of: element)
            return arguments.positional.count > 1
                ? LiquidValue.areEqual(member, arguments[1]) : LiquidValue.isTrue(member)
        }
        return .array(matching)
    }

    /// Ascending by a member or the elements themselves; equal ones, and those that stand in no order,
    /// keep theirs.
    private static let sort: LiquidFilter.Work = { (input, arguments) throws(LiquidFailure) in
        let elements = LiquidValue.elements(input)
        let keys = elements.map { element in
            arguments.positional.isEmpty
                ? element : LiquidValue.member(arguments.text(0), of: element)
        }
        let numbers = keys.map(LiquidValue.number)
        let order = elements.indices.sorted { left, right in
            if let low = numbers[left], let high = numbers[right] {
                return (low, left) < (high, right)
            }
            let (low, high) = (LiquidValue.text(keys[left]), LiquidValue.text(keys[right]))
            return (low, left) < (high, right)
        }
        return .array(order.map { elements[$0] })
    }

    /// Characters or elements from an index, one or as many as the second argument says.
    private static let slice: LiquidFilter.Work = { (input, arguments) throws(LiquidFailure) in
        let length = arguments.positional.count > 1 ? LiquidValue.integer(arguments[1]) ?? 0 : 1
        func part<Items: Collection>(_ items: Items) -> Items.SubSequence {
            let start = LiquidValue.integer(arguments[0]) ?? 0
            let from = start < 0 ? start + items.count : start
            guard from >= 0 else { return items.prefix(0) }
            return items.dropFirst(from).prefix(max(0, length))
        }
        if case .array(let elements) = input { return .array(Array(part(elements))) }
        return .string(String(part(LiquidValue.text(input))))
    }
}
