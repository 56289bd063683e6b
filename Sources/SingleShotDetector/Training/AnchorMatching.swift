/// Which anchors of an image are to find which of its objects.
struct AnchorMatching {
    /// By anchor: the object it is to find, or -1.
    private(set) var objects: [Int32]
    /// By anchor: the largest overlap with an object.
    let overlaps: [Float]
    private(set) var positiveCount = 0

    /// Matches every object with its best anchor, the best pair first, then every other anchor with
    /// its best object where they overlap by more than the threshold (contract §7.5, 1 and 2).
    init(_ table: OverlapTable, anchorCount: Int, threshold: Float) {
        objects = [Int32](repeating: -1, count: anchorCount)
        let best = table.bestObjects()
        overlaps = best.overlaps
        matchPairs(table)
        guard threshold > 0 else { return }
        for anchor in 0..<anchorCount where objects[anchor] < 0 {
            guard best.overlaps[anchor] > threshold else { continue }
            objects[anchor] = best.objects[anchor]
            positiveCount += 1
        }
    }

    private mutating func matchPairs(_ table: OverlapTable) {
        var isTaken = [Bool](repeating: false, count: objects.count)
        var candidates = (0..<table.objectCount).map { table.best(ofObject: $0, except: isTaken) }
        while let object = Self.bestPair(candidates), let pair = candidates[object] {
            objects[pair.anchor] = Int32(object)
            positiveCount += 1
            isTaken[pair.anchor] = true
            candidates[object] = nil
            for rival in candidates.indices where candidates[rival]?.anchor == pair.anchor {
                candidates[rival] = table.best(ofObject: rival, except: isTaken)
            }
        }
    }

    /// The object with the largest overlap; of equals that of the first anchor, then the first object.
    private static func bestPair(_ candidates: [(anchor: Int, overlap: Float)?]) -> Int? {
        var best: (object: Int, anchor: Int, overlap: Float)?
        for (object, candidate) in candidates.enumerated() {
            guard let candidate else { continue }
            if let best {
                let isBetter =
                    candidate.overlap == best.overlap
                    ? candidate.anchor < best.anchor : candidate.overlap > best.overlap
                guard isBetter else { continue }
            }
            best = (object, candidate.anchor, candidate.overlap)
        }
        return best?.object
    }
}
