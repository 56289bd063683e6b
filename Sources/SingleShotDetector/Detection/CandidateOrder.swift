/// The strongest of scored anchors, strongest first; of equal scores the earlier anchor comes first.
enum CandidateOrder {
    /// The places of at most `count` of the scores; all of them when it is nil.
    static func strongest(_ scores: [Float], count: Int?) -> [Int] {
        var keys = scores.enumerated().map { place, score in key(score, place) }
        if let count, count < keys.count {
            select(&keys, count)
            keys.removeLast(keys.count - count)
        }
        keys.sort()
        return keys.map { Int($0 & 0xFFFF_FFFF) }
    }

    /// A number that grows as scores fall and then as places rise.
    private static func key(_ score: Float, _ place: Int) -> UInt64 {
        let bits = score.bitPattern
        let rising = bits & 0x8000_0000 == 0 ? bits | 0x8000_0000 : ~bits
        return UInt64(~rising) << 32 | UInt64(UInt32(truncatingIfNeeded: place))
    }

    /// Hoare's selection: the `count` smallest keys come to the front, in no order.
    private static func select(_ keys: inout [UInt64], _ count: Int) {
        var (low, high) = (0, keys.count - 1)
        while low < high {
            let pivot = keys[low + (high - low) / 2]
            var (left, right) = (low, high)
            while left <= right {
                while keys[left] < pivot { left += 1 }
                while keys[right] > pivot { right -= 1 }
                guard left <= right else { break }
                keys.swapAt(left, right)
                left += 1
                right -= 1
            }
            if count <= right {
                high = right
            } else if count >= left {
                low = left
            } else {
                return
            }
        }
    }
}
