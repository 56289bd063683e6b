package import NeuralNetwork

/// Anchors laid over a map's cells (`_contrib_MultiBoxPrior`, contract §7.4), in MXNet's 32-bit arithmetic.
package enum MultiBoxPrior {
    /// The anchors of a map, row by row and cell by cell: left, top, right and bottom of each, as fractions of
    /// the image; they may reach outside it.
    package static func anchors(
        rows: Int, columns: Int, _ attributes: MultiBoxPriorAttributes
    ) -> [Float] {
        let halves = halfExtents(rows: rows, columns: columns, attributes)
        let vertical = Grid(
            cells: rows, step: attributes.verticalStep, offset: attributes.verticalOffset)
        let horizontal = Grid(
            cells: columns, step: attributes.horizontalStep, offset: attributes.horizontalOffset)
        var anchors: [Float] = []
        anchors.reserveCapacity(rows * columns * halves.count * 4)
        for row in 0..<rows {
            let y = vertical.center(row)
            for column in 0..<columns {
                let x = horizontal.center(column)
                for half in halves {
                    anchors += [x - half.width, y - half.height, x + half.width, y + half.height]
                }
            }
        }
        return attributes.clips ? anchors.map { min(max($0, 0), 1) } : anchors
    }

    /// Centres of cells along one axis.
    private struct Grid {
        let step: Float
        let offset: Float

        init(cells: Int, step: Double, offset: Double) {
            self.step = step > 0 ? Float(step) : 1 / Float(cells)
            self.offset = Float(offset)
        }

        func center(_ cell: Int) -> Float { (Float(cell) + offset) * step }
    }

    /// Half the width and height of a cell's anchors: every size at the first ratio, then the first size at the
    /// other ratios.
    private static func halfExtents(
        rows: Int, columns: Int, _ attributes: MultiBoxPriorAttributes
    ) -> [(width: Float, height: Float)] {
        let sizes = attributes.sizes.map { Float($0) }
        let ratios = attributes.ratios.map { Float($0).squareRoot() }
        func half(_ size: Float, _ ratio: Float) -> (width: Float, height: Float) {
            (size * Float(rows) / Float(columns) * ratio / 2, size / ratio / 2)
        }
        let first = sizes.map { half($0, ratios.first ?? 1) }
        guard let size = sizes.first else { return first }
        return first + ratios.dropFirst().map { half(size, $0) }
    }
}
