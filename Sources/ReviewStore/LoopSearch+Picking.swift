import HumanReview

extension LoopSearch {
    /// The loops after a place among keys, in the order of the keys.
    ///
    /// They are tested from the first on until a page is full, ever more at once: of many that one term
    /// leaves a page wants few, and to look at all takes as many reads all over the list.
    func pick(
        from keys: [Int64], after position: LoopPosition?, limit: Int
    ) throws -> (found: [LoopPosition], next: LoopPosition?) {
        var rest = candidates(keys, after: position)[...]
        var (found, count) = ([LoopPosition](), limits.picked)
        while !rest.isEmpty {
            let part = LoopSearch(
                query, limits: limits, method: .gathered(Array(rest.prefix(count))), db: db)
            found += try part.positions(
                part.sorted(after: nil), after: nil, limit: limit - found.count)
            if found.count == limit { return (found, found.last) }
            rest = rest.dropFirst(count)
            count *= 2
        }
        return (found, nil)
    }

    private func candidates(_ keys: [Int64], after position: LoopPosition?) -> [Int64] {
        query.filter.order == .newestFirst
            ? keys.filter { $0 < position?.id ?? .max }.sorted(by: >)
            : keys.filter { $0 > position?.id ?? .min }.sorted()
    }
}
