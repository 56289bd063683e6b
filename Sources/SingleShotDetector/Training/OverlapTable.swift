/// The overlaps of one image's objects with all anchors: a row of vectors for each object.
struct OverlapTable {
    typealias Vector = AnchorColumns.Vector

    let objectCount: Int
    private let anchorCount: Int
    private let width: Int
    private let values: [Vector]

    init(anchors: AnchorColumns, boxes: [BoxCorners]) {
        let width = anchors.left.count
        (objectCount, anchorCount, self.width) = (boxes.count, anchors.count, width)
        values = [Vector](unsafeUninitializedCapacity: width * boxes.count) { buffer, count in
            if let rows = buffer.baseAddress {
                for (object, box) in boxes.enumerated() {
                    anchors.overlaps(with: box, into: rows + object * width)
                }
            }
            count = width * boxes.count
        }
    }

    /// The anchor that overlaps an object most, the first of equals, leaving out those that are taken.
    func best(ofObject object: Int, except isTaken: [Bool]) -> (anchor: Int, overlap: Float)? {
        var best = (anchor: -1, overlap: Float(1e-6))
        for index in 0..<width {
            let vector = values[object * width + index]
            // Only a vector with a better lane is looked at lane by lane.
            guard any(vector .> best.overlap) else { continue }
            for lane in 0..<Vector.scalarCount where vector[lane] > best.overlap {
                let anchor = index * Vector.scalarCount + lane
                guard anchor < anchorCount, !isTaken[anchor] else { continue }
                best = (anchor, vector[lane])
            }
        }
        return best.anchor < 0 ? nil : best
    }

    /// For every anchor the object that overlaps it most, the first of equals, and how much.
    func bestObjects() -> (objects: [Int32], overlaps: [Float]) {
        var (objects, overlaps): ([Int32], [Float]) = ([], [])
        objects.reserveCapacity(width * Vector.scalarCount)
        overlaps.reserveCapacity(width * Vector.scalarCount)
        for index in 0..<width {
            var best = Vector(repeating: -1)
            var object = SIMD8<Int32>(repeating: -1)
            for row in 0..<objectCount {
                let vector = values[row * width + index]
                let isBetter = vector .> best
                best.replace(with: vector, where: isBetter)
                object.replace(with: Int32(row), where: isBetter)
            }
            for lane in 0..<Vector.scalarCount {
                objects.append(object[lane])
                overlaps.append(best[lane])
            }
        }
        return (objects, overlaps)
    }
}
