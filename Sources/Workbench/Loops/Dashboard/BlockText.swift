/// Series and shares in the block characters of Unicode.
enum BlockText {
    private static let heights = Array("▁▂▃▄▅▆▇█")
    private static let widths = Array("▏▎▍▌▋▊▉")

    /// A character for each value, the largest the highest; 0 is the lowest line.
    static func sparkline(_ values: [Int]) -> [Character] {
        shares(of: values).map { share in
            // Something is always seen to be more than nothing.
            share > 0 ? heights[max(1, Int(share * Double(heights.count - 1)))] : heights[0]
        }
    }

    /// Each value as a share of the largest.
    static func shares(of values: [Int]) -> [Double] {
        let largest = Double(max(1, values.max() ?? 1))
        return values.map { Double(max(0, $0)) / largest }
    }

    /// A bar for a share from 0 to 1 of `columns`: whole columns, and the character of the eighths left.
    static func bar(_ share: Double, columns: Int) -> (whole: Int, rest: Character?) {
        guard share > 0, columns > 0 else { return (0, nil) }
        let eighths = max(1, Int((min(share, 1) * Double(columns * 8)).rounded()))
        return (eighths / 8, eighths % 8 > 0 ? widths[eighths % 8 - 1] : nil)
    }

    /// The values joined from the front until they are at most `count`, each the sum of its neighbours.
    static func joined(_ series: some Collection<Int>, to count: Int) -> [Int] {
        let values = Array(series)
        guard values.count > count, count > 0 else { return values }
        let span = (values.count + count - 1) / count
        let first = values.count % span
        let head = first > 0 ? [values.prefix(first).reduce(0, +)] : []
        return head
            + stride(from: first, to: values.count, by: span).map {
                values[$0..<$0 + span].reduce(0, +)
            }
    }
}
