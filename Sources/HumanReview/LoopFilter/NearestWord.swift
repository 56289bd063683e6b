/// Finds what somebody may have meant by a mistyped word.
enum NearestWord {
    /// The candidate with the fewest letters to change, add, drop or swap; nil when even that one takes
    /// more than two or as many as the word has.
    static func of(_ word: String, among candidates: [String]) -> String? {
        let distances = candidates.map { (distance(word.lowercased(), $0.lowercased()), $0) }
        guard let nearest = distances.min(by: { $0.0 < $1.0 }),
            nearest.0 <= 2, nearest.0 < word.count
        else { return nil }
        return nearest.1
    }

    /// Damerau's distance with swaps of neighbours.
    private static func distance(_ first: String, _ second: String) -> Int {
        let a = Array(first)
        let b = Array(second)
        var before: [Int] = []
        var row = Array(0...b.count)
        for i in 1..<(a.count + 1) {
            var next = [i]
            for j in 1..<(b.count + 1) {
                let change = row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                var least = min(change, row[j] + 1, next[j - 1] + 1)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    least = min(least, before[j - 2] + 1)
                }
                next.append(least)
            }
            before = row
            row = next
        }
        return row[b.count]
    }
}
