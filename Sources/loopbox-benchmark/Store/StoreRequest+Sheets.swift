internal import Annotations
internal import HumanReview
internal import ReviewStore

extension StoreRequest {
    private static let sheet = 60
    /// What the accept screen asks for besides a page: see `AcceptRunner`.
    private static let filters: [(name: String, filter: ConfidentFilter)] = [
        ("all", ConfidentFilter()),
        ("from 0.9", ConfidentFilter(minimumScore: 0.9)),
        ("from 0.99999", ConfidentFilter(minimumScore: 0.99999)),
        ("tvmonitor", ConfidentFilter(labels: ["tvmonitor"])),
        ("street-1", ConfidentFilter(model: "street-1")),
        ("a class of none", ConfidentFilter(labels: ["unicorn"])),
    ]

    /// Sheets of confident images in every order, and what is counted beside them.
    static func sheets() -> [StoreRequest] {
        let walks = ConfidentQuery.Order.allCases.flatMap { order in
            filters.flatMap { sheets($0.name, ConfidentQuery(filter: $0.filter, order: order)) }
        }
        let counts = filters.map { name, filter in
            StoreRequest(name: "count of sheets, \(name)", target: 200, rounds: 3) {
                measured, samples in
                try samples.measure { _ = try measured.store.confidentCount(filter) }
            }
        }
        let thresholds = StoreRequest(name: "count at a threshold", target: 50) {
            measured, samples in
            for step in 0..<50 {
                let filter = ConfidentFilter(minimumScore: 0.5 + Double(step) * 0.01)
                _ = try samples.measure { try measured.store.confidentCount(filter) }
            }
        }
        return walks + counts + [thresholds] + ["person", "tvmonitor", "unicorn"].flatMap(cards)
    }

    private static func sheets(_ filter: String, _ query: ConfidentQuery) -> [StoreRequest] {
        let name = "sheet by \(query.order.rawValue), \(filter)"
        return [
            StoreRequest(name: name, target: 200, rounds: 2) { measured, samples in
                try samples.measure {
                    measured.place = try measured.store.confidentPage(
                        query, after: nil, limit: 2 * sheet
                    ).last?.place(in: query.order)
                }
            },
            StoreRequest(name: "\(name), next", target: 200, rounds: 3) { measured, samples in
                guard measured.place != nil else { return }
                try samples.measure {
                    measured.place = try measured.store.confidentPage(
                        query, after: measured.place, limit: 2 * sheet
                    ).last?.place(in: query.order)
                }
            },
        ]
    }

    /// The crops of one class, weakest first, and how many there are.
    private static func cards(_ label: String) -> [StoreRequest] {
        let filter = ConfidentBoxFilter(label: label)
        return [
            StoreRequest(name: "card of \(label)", target: 200, rounds: 3) { measured, samples in
                var place: ConfidentBoxPlace?
                for _ in 0..<3 {
                    place = try samples.measure {
                        try measured.store.confidentBoxes(
                            ConfidentBoxQuery(filter: filter), after: place, limit: 2 * sheet
                        ).last?.place
                    }
                }
            },
            StoreRequest(name: "count of \(label)", target: 200, rounds: 3) { measured, samples in
                _ = try samples.measure { try measured.store.confidentBoxCount(filter) }
            },
        ]
    }
}
