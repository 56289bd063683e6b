/// Anchors by coordinate rather than by box, so that many are compared at once.
///
/// Filled up with boxes without area to whole vectors.
struct AnchorColumns: Sendable {
    typealias Vector = SIMD8<Float>

    /// How many anchors there are, without the filling.
    let count: Int
    let left: [Vector]
    let top: [Vector]
    let right: [Vector]
    let bottom: [Vector]
    let area: [Vector]

    /// The anchors of rows (left, top, right, bottom).
    init(_ rows: [Float]) {
        count = rows.count / 4
        left = Self.column(0, of: rows)
        top = Self.column(1, of: rows)
        right = Self.column(2, of: rows)
        bottom = Self.column(3, of: rows)
        var area: [Vector] = []
        for index in left.indices {
            area.append((right[index] - left[index]) * (bottom[index] - top[index]))
        }
        self.area = area
    }

    private static func column(_ coordinate: Int, of rows: [Float]) -> [Vector] {
        let count = rows.count / 4
        let width = Vector.scalarCount
        return stride(from: 0, to: count, by: width).map { first in
            var vector = Vector.zero
            for lane in 0..<min(width, count - first) {
                vector[lane] = rows[(first + lane) * 4 + coordinate]
            }
            return vector
        }
    }

    /// Intersection over union of every anchor with a box, 0 where there is no union.
    func overlaps(with box: BoxCorners, into overlaps: UnsafeMutablePointer<Vector>) {
        let boxArea = (box.right - box.left) * (box.bottom - box.top)
        for index in left.indices {
            let width =
                pointwiseMin(right[index], Vector(repeating: box.right))
                - pointwiseMax(left[index], Vector(repeating: box.left))
            let height =
                pointwiseMin(bottom[index], Vector(repeating: box.bottom))
                - pointwiseMax(top[index], Vector(repeating: box.top))
            let shared = pointwiseMax(width, .zero) * pointwiseMax(height, .zero)
            let union = area[index] + boxArea - shared
            overlaps[index] = (shared / union).replacing(with: 0, where: union .== 0)
        }
    }
}
