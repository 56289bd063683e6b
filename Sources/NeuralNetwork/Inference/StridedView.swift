/// A tensor as a pattern of places in a longer row of numbers; strides and offset count numbers.
struct StridedView: Hashable {
    var extents: [Int]
    var strides: [Int]
    var offset: Int

    /// A view.
    init(extents: [Int], strides: [Int], offset: Int) {
        (self.extents, self.strides, self.offset) = (extents, strides, offset)
    }

    /// A whole tensor in row-major order.
    init(rowMajor extents: [Int]) {
        var strides = [Int](repeating: 1, count: extents.count)
        for axis in extents.indices.dropLast().reversed() {
            strides[axis] = strides[axis + 1] * extents[axis + 1]
        }
        self.init(extents: extents, strides: strides, offset: 0)
    }

    /// Where the source of a transposition lies when its result is this view.
    func source(ofTransposition axes: [Int]) -> StridedView? {
        guard axes.sorted() == Array(extents.indices) else { return nil }
        var source = self
        for (axis, from) in axes.enumerated() {
            source.extents[from] = extents[axis]
            source.strides[from] = strides[axis]
        }
        return source
    }

    /// The part of this view that one input of a concatenation fills.
    func part(along axis: Int, from start: Int, count: Int) -> StridedView? {
        guard extents.indices.contains(axis), start >= 0, count <= extents[axis] - start else {
            return nil
        }
        var part = self
        part.extents[axis] = count
        part.offset += start * strides[axis]
        return part
    }

    /// The same places in the same order under other extents; nil where no strides say so.
    func reshaped(to target: [Int]) -> StridedView? {
        let kept = extents.indices.filter { extents[$0] != 1 }
        var (strides, from, to) = ([Int](repeating: 1, count: target.count), 0, 0)
        while to < target.count {
            guard target[to] != 1 || from < kept.count else { break }
            var (newEnd, newCount) = (to + 1, target[to])
            var (oldEnd, oldCount) = (from, 1)
            while oldCount != newCount || oldEnd == from {
                if oldCount < newCount || oldEnd == from {
                    guard oldEnd < kept.count else { break }
                    oldCount *= extents[kept[oldEnd]]
                    oldEnd += 1
                } else {
                    guard newEnd < target.count else { return nil }
                    newCount *= target[newEnd]
                    newEnd += 1
                }
            }
            guard oldCount == newCount, isEven(kept[from..<oldEnd]) else { return nil }
            var stride = oldEnd > from ? self.strides[kept[oldEnd - 1]] : 1
            for axis in (to..<newEnd).reversed() {
                strides[axis] = stride
                stride *= target[axis]
            }
            (from, to) = (oldEnd, newEnd)
        }
        guard from == kept.count else { return nil }
        return StridedView(extents: target, strides: strides, offset: offset)
    }

    /// Whether walking these axes in order visits places one constant step apart.
    private func isEven(_ axes: ArraySlice<Int>) -> Bool {
        zip(axes, axes.dropFirst()).allSatisfy { outer, inner in
            strides[outer] == strides[inner] * extents[inner]
        }
    }
}
