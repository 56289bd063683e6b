internal import NeuralNetwork

/// Picks the anchors that are most wrongly taken for objects as negatives (contract §7.5, 3).
struct HardNegativeMining {
    let ratio: Float
    let threshold: Float

    /// The chosen anchors of one image, whose logits are (C + 1) rows of anchors.
    func negatives(
        _ matching: AnchorMatching, anchorCount: Int, logits: UnsafePointer<Float>, classCount: Int
    ) -> [Int] {
        let positives = matching.positiveCount
        // Also where the ratio is no number, or no positive meets an infinite one.
        guard positives > 0, ratio >= 0 else { return [] }
        let count = Int(min(Float(positives) * ratio, Float(anchorCount - positives)))
        guard count > 0 else { return [] }
        var background = [Float](repeating: 0, count: anchorCount)
        BackgroundProbability.write(
            to: &background, logits: logits, anchorCount: anchorCount, classCount: classCount)
        // A probability's bits rise with it and the anchor breaks ties, so one sort of integers is stable.
        var keys: [UInt64] = []
        keys.reserveCapacity(anchorCount)
        for anchor in 0..<anchorCount
        where matching.objects[anchor] < 0 && matching.overlaps[anchor] < threshold {
            keys.append(UInt64(background[anchor].bitPattern) << 32 | UInt64(anchor))
        }
        return Self.smallest(count, of: keys).map { Int($0 & 0xFFFF_FFFF) }
    }

    /// The smallest keys in any order; a count by leading bits leaves few to sort.
    private static func smallest(_ count: Int, of keys: [UInt64]) -> ArraySlice<UInt64> {
        let shift: UInt64 = 52
        var histogram = [Int](repeating: 0, count: 1 << (64 - shift))
        for key in keys { histogram[Int(key >> shift)] += 1 }
        var (bucket, total) = (0, 0)
        while bucket < histogram.count - 1, total + histogram[bucket] < count {
            total += histogram[bucket]
            bucket += 1
        }
        return keys.filter { $0 >> shift <= bucket }.sorted().prefix(count)
    }
}
