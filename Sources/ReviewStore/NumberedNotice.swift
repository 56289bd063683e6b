import HumanReview

/// A notice and where a watcher has come to once it is told.
struct NumberedNotice {
    let number: Int64
    /// Which of a watcher's positions the number is of.
    let place: WritableKeyPath<WatchPosition, Int64>
    let notice: StatusNotice

    /// Several streams as one by their times; each keeps its own order, and at one time the first stream
    /// comes first.
    ///
    /// A stream is whole or has `limit` notices: of those that were left out none would be among the first.
    static func merged(
        _ streams: [[NumberedNotice]], after position: WatchPosition, limit: Int
    ) -> [(notice: StatusNotice, position: WatchPosition)] {
        var (rest, position) = (streams.map { $0[...] }, position)
        var merged: [(notice: StatusNotice, position: WatchPosition)] = []
        while merged.count < limit, let next = takeEarliest(of: &rest) {
            position[keyPath: next.place] = next.number
            merged.append((next.notice, position))
        }
        return merged
    }

    private static func takeEarliest(
        of streams: inout [ArraySlice<NumberedNotice>]
    ) -> NumberedNotice? {
        let heads = streams.indices.compactMap { index in
            streams[index].first.map { (index: index, time: $0.notice.time) }
        }
        return heads.min { $0.time < $1.time }.flatMap { streams[$0.index].popFirst() }
    }
}
