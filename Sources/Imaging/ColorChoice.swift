/// Chooses, of the colours of a picture, the few that its pixels lose least by.
package enum ColorChoice {
    /// Takes one colour after another, each the one that takes away most of the squared error left.
    ///
    /// This is the BUILD step of partitioning around medoids (Kaufman and Rousseeuw, 1990). The most
    /// frequent colours instead would leave a small bright thing to the nearest shade of the ground.
    ///
    /// - Parameters:
    ///   - colors: the colours to choose from.
    ///   - counts: how many pixels have each.
    ///   - limit: how many are taken at most.
    /// - Returns: positions in `colors`, the most telling first; none without a pixel.
    package static func positions(of colors: [RGBColor], counts: [Int], limit: Int) -> [Int] {
        let used = zip(colors, counts).enumerated().filter { $0.element.1 > 0 }
        let distances = used.map { one in
            used.map { distance(one.element.0, $0.element.0) * $0.element.1 }
        }
        // More than any two colours are apart.
        var left = used.map { 4 * 255 * 255 * $0.element.1 }
        var chosen: [Int] = []
        while chosen.count < limit {
            let gains = distances.map { row in
                zip(left, row).reduce(0) { $0 + max(0, $1.0 - $1.1) }
            }
            guard let best = gains.indices.max(by: { gains[$0] < gains[$1] }), gains[best] > 0
            else { break }
            left = zip(left, distances[best]).map { min($0, $1) }
            chosen.append(used[best].offset)
        }
        return chosen
    }

    private static func distance(_ one: RGBColor, _ other: RGBColor) -> Int {
        let steps = [
            Int(one.red) - Int(other.red), Int(one.green) - Int(other.green),
            Int(one.blue) - Int(other.blue),
        ]
        return steps.reduce(0) { $0 + $1 * $1 }
    }
}
