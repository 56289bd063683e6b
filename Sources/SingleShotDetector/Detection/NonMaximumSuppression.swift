/// Drops what overlaps a stronger detection too much, as MXNet's operator does: walking from the strongest on,
/// each that stands drops those after it whose intersection over union with it reaches the threshold.
struct NonMaximumSuppression {
    /// From above 0 to 1.
    var threshold: Float
    /// Detections drop those of other classes too.
    var acrossClasses: Bool

    /// Boxes in columns, so that eight are compared at a time; padded to a multiple of eight.
    private struct Columns {
        var left: [SIMD8<Float>]
        var top: [SIMD8<Float>]
        var right: [SIMD8<Float>]
        var bottom: [SIMD8<Float>]
        var classes: [SIMD8<Int32>]

        init(_ boxes: [SIMD4<Float>], _ ids: [Int32]) {
            func column(_ axis: Int) -> [SIMD8<Float>] {
                stride(from: 0, to: boxes.count, by: 8).map { start in
                    var lanes = SIMD8<Float>.zero
                    for lane in 0..<min(8, boxes.count - start) {
                        lanes[lane] = boxes[start + lane][axis]
                    }
                    return lanes
                }
            }
            (left, top, right, bottom) = (column(0), column(1), column(2), column(3))
            classes = stride(from: 0, to: ids.count, by: 8).map { start in
                var lanes = SIMD8<Int32>(repeating: -1)
                for lane in 0..<min(8, ids.count - start) { lanes[lane] = ids[start + lane] }
                return lanes
            }
        }
    }

    /// Which detections stand, of boxes (left, top, right, bottom) in falling order of score.
    func standing(boxes: [SIMD4<Float>], classes: [Int32]) -> [Bool] {
        let columns = Columns(boxes, classes)
        var fallen = [SIMDMask<SIMD8<Int32>>](repeating: .init(), count: columns.left.count)
        for index in boxes.indices where !fallen[index / 8][index % 8] {
            for vector in index / 8..<fallen.count {
                var drops = overlaps(boxes[index], columns, vector)
                if !acrossClasses { drops .&= columns.classes[vector] .== classes[index] }
                if vector == index / 8 {
                    for lane in 0...index % 8 { drops[lane] = false }
                }
                fallen[vector] .|= drops
            }
        }
        return boxes.indices.map { !fallen[$0 / 8][$0 % 8] }
    }

    @inline(__always)
    private func overlaps(
        _ box: SIMD4<Float>, _ columns: Columns, _ vector: Int
    ) -> SIMDMask<SIMD8<Int32>> {
        let (left, top) = (columns.left[vector], columns.top[vector])
        let (right, bottom) = (columns.right[vector], columns.bottom[vector])
        let width = Self.length(from: left, to: right, box[0], box[2])
        let height = Self.length(from: top, to: bottom, box[1], box[3])
        let intersection = width * height
        let area = (box[2] - box[0]) * (box[3] - box[1])
        let union = area + (right - left) * (bottom - top) - intersection
        let ratio = (intersection / union).replacing(with: 0, where: union .<= 0)
        return ratio .>= threshold
    }

    /// How much of [from, to] lies in [low, high].
    @inline(__always)
    private static func length(
        from: SIMD8<Float>, to: SIMD8<Float>, _ low: Float, _ high: Float
    ) -> SIMD8<Float> {
        let start = from.replacing(with: low, where: from .< low)
        let end = to.replacing(with: high, where: to .> high)
        let length = end - start
        return length.replacing(with: 0, where: length .< 0)
    }
}
