internal import HumanReview
internal import ReviewStore

extension StoreRequest {
    private static let page = 60

    /// A filter of each kind, and some that make a search long.
    private static let filters = [
        "state:completed", "state:failed", "label:tvmonitor", "label:person,car", "score<0.4",
        "score>0.9", "score:none", "worker:ana", "worker:nobody", "held:yes", "holder:ana",
        "assigned:ana", "model:street-2", "model:none-such", "flow:objects", "flow:none-such",
        "reason:audit", "reason:audit,lowScore", "age>2d", "age<1h", "created:2020-01-01",
        "completed>2020-01-01", "bulk:yes", "imported:yes", "disputed:yes", "image:image-12*.jpg",
        "image:*/image-?7.jpg", "image:?????", "image:*q?", "image:*/*q?", "name:00000000", "12345",
        "image", "zzzz", "qx",
        "q", "g", "-label:person", "-state:completed -worker:ana",
        "state:completed label:dog score<0.4", "worker:ana age>2d", "model:street-2 reason:audit",
        "bulk:yes score>0.9", "state:inprogress age>1d",
        "state:stopped label:tvmonitor score>0.98", "label:nothing score>0.2",
        "sort:score state:completed", "sort:-score label:dog", "sort:score qx",
        "sort:-score state:completed model:street-1 label:person", "sort:score worker:ana",
        "sort:-age state:inprogress",
    ]

    /// Pages of the list, filters as leads type them, and a word letter by letter.
    static func lists() throws -> [StoreRequest] {
        let pages = StoreRequest(
            name: "next page", target: 50, isPerOperation: true, rounds: 100
        ) { measured, samples in
            let found = try samples.measure {
                try measured.store.loopPage(
                    LoopFilter(), after: measured.position, limit: page, at: measured.now,
                    budget: MeasuredStore.budget)
            }
            measured.position = found.next
        }
        return try [pages] + filters.flatMap(requests)
            + [typing("image-123456"), typing("qxqxqx")]
    }

    /// The first page of a filter from the key to its last row, however often the search tells how far it
    /// came; and the longest that any page keeps its thread.
    private static func requests(_ text: String) throws -> [StoreRequest] {
        let filter = try LoopFilter(text)
        return [
            StoreRequest(name: text, target: 200, rounds: 3) { measured, samples in
                try samples.measure {
                    _ = try search(measured, filter, after: nil) { _ in }
                }
            },
            StoreRequest(name: "\(text), next page", target: 200, rounds: 3) { measured, samples in
                let first = try search(measured, filter, after: nil) { _ in }
                try samples.measure {
                    _ = try search(measured, filter, after: first) { _ in }
                }
            },
            StoreRequest(name: "\(text), one answer", target: 200, rounds: 1) { measured, samples in
                var longest = Samples()
                let first = try search(measured, filter, after: nil) { longest.add($0) }
                _ = try search(measured, filter, after: first) { longest.add($0) }
                samples.add(longest.slowest)
            },
            StoreRequest(name: "\(text), count", target: 500, rounds: 2) { measured, samples in
                try samples.measure {
                    _ = try measured.store.loopCount(
                        filter, limit: 10_000, at: measured.now, budget: 400)
                }
            },
        ]
    }

    private static func typing(_ word: String) -> StoreRequest {
        StoreRequest(name: "typing '\(word)', slowest key", target: 200, rounds: 2) {
            measured, samples in
            var keys = Samples()
            for length in 1...word.count {
                let filter = try LoopFilter(String(word.prefix(length)))
                _ = try keys.measure {
                    try measured.store.loopPage(
                        filter, after: nil, limit: page, at: measured.now,
                        budget: MeasuredStore.budget)
                }
            }
            samples.add(keys.slowest)
        }
    }

    /// Reads until a page is full or the list ends; tells the milliseconds of each call.
    private static func search(
        _ measured: MeasuredStore, _ filter: LoopFilter, after start: LoopPosition?,
        _ tell: (Double) -> Void
    ) throws -> LoopPosition? {
        var (position, rows) = (start, 0)
        while true {
            var call = Samples()
            let found = try call.measure {
                try measured.store.loopPage(
                    filter, after: position, limit: page - rows, at: measured.now,
                    budget: MeasuredStore.budget)
            }
            tell(call.slowest)
            (position, rows) = (found.next, rows + found.rows.count)
            if position == nil || rows == page { return position }
        }
    }
}
