import GRDB
import HumanReview

/// A decision in transactions of bounded length: what is still to be done.
struct DecisionSteps {
    private var accepted: SheetDecision.Accepted
    private var reviewed: [Int64]
    private let length: Int
    private(set) var isEmpty = false

    /// The steps of a decision, each about at most `length` accepted images.
    init(_ decision: SheetDecision, length: Int) {
        accepted = decision.accepted
        reviewed = decision.reviewed
        self.length = length
    }

    /// How many images the next step accepts at most.
    func nextCount(in store: SQLiteReviewStore, _ db: Database) throws -> Int {
        switch accepted {
        case .images(let images): min(images.count, length)
        case .all(let filter, let limit):
            min(try store.count(filter, in: db), limit ?? length, length)
        }
    }

    /// The images of the next step, read in its own transaction.
    mutating func next(in store: SQLiteReviewStore, _ db: Database) throws -> (
        accepted: [Int64], reviewed: [Int64]
    ) {
        defer { reviewed = [] }
        let count = try nextCount(in: store, db)
        switch accepted {
        case .images(let images):
            accepted = .images(Array(images.dropFirst(count)))
            isEmpty = images.count <= count
            return (Array(images.prefix(count)), reviewed)
        case .all(let filter, let limit):
            let images = try store.confidentImages(filter, limit: count, in: db)
            let rest = limit.map { $0 - images.count }
            accepted = .all(filter, limit: rest)
            isEmpty = try rest == 0 || store.count(filter, in: db) == images.count
            return (images, reviewed)
        }
    }
}
