extension BoundingBox {
    /// The intersection over union of two boxes' areas, from 0 (apart, or one without area) to 1 (equal).
    ///
    /// The areas are taken as real numbers, so that no corners from a file overflow.
    package func overlap(with other: BoundingBox) -> Double {
        let shared =
            Self.extent(max(left, other.left), min(right, other.right))
            * Self.extent(max(top, other.top), min(bottom, other.bottom))
        guard shared > 0 else { return 0 }
        return shared / (realArea + other.realArea - shared)
    }

    private var realArea: Double { Self.extent(left, right) * Self.extent(top, bottom) }

    private static func extent(_ low: Int, _ high: Int) -> Double {
        max(0, Double(high) - Double(low))
    }
}
