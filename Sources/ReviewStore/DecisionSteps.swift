import GRDB
import HumanReview

/// A decision in transactions of bounded length: what is still to be done.
struct DecisionSteps {
    private var accepted: SheetDecision.Accepted
    private var reviewed: [Int64]
    private var rejected: [ConfidentBoxID]
    private let length: Int
    private(set) var isEmpty = false

    /// The steps of a decision, each about at most `length` accepted images or boxes.
    init(_ decision: SheetDecision, length: Int) {
        accepted = decision.accepted
        reviewed = decision.reviewed
        rejected = decision.rejected
        self.length = length
    }

    /// Whether boxes are accepted, not images.
    var isAboutBoxes: Bool {
        switch accepted {
        case .images, .all: false
        case .boxes, .allBoxes: true
        }
    }

    /// What goes to review, once: the first step does it.
    mutating func takeReviewed() -> (images: [Int64], boxes: [ConfidentBoxID]) {
        defer { (reviewed, rejected) = ([], []) }
        return (reviewed, rejected)
    }

    /// How many images, or boxes, the next step accepts at most.
    func nextCount(in store: SQLiteReviewStore, _ db: Database) throws -> Int {
        switch accepted {
        case .images(let images): min(images.count, length)
        case .boxes(let boxes): min(boxes.count, length)
        case .all(let filter, let limit):
            min(try store.count(filter, in: db), most(limit))
        case .allBoxes(let filter, let limit):
            min(try store.count(filter, in: db), most(limit))
        }
    }

    /// The next step's images, read in its own transaction, after what goes to review is out of the way.
    mutating func nextImages(in store: SQLiteReviewStore, _ db: Database) throws -> [Int64] {
        switch accepted {
        case .images(let images):
            accepted = .images(rest(of: images))
            return Array(images.prefix(length))
        case .all(let filter, let limit):
            let images = try store.confidentImages(
                filter, limit: most(limit), in: db)
            accepted = .all(filter, limit: rest(of: limit, without: images.count))
            return images
        case .boxes, .allBoxes: return []
        }
    }

    /// The next step's boxes, read as its images are.
    mutating func nextBoxes(
        in store: SQLiteReviewStore, _ db: Database
    ) throws -> [ConfidentBoxID] {
        switch accepted {
        case .boxes(let boxes):
            accepted = .boxes(rest(of: boxes))
            return Array(boxes.prefix(length))
        case .allBoxes(let filter, let limit):
            let boxes = try store.confidentBoxes(
                filter, limit: most(limit), in: db)
            accepted = .allBoxes(filter, limit: rest(of: limit, without: boxes.count))
            return boxes
        case .images, .all: return []
        }
    }

    /// How many a step accepts; to SQLite a limit below 0 is none.
    private func most(_ limit: Int?) -> Int { max(0, min(limit ?? length, length)) }

    private mutating func rest<Item>(of items: [Item]) -> [Item] {
        isEmpty = items.count <= length
        return Array(items.dropFirst(length))
    }

    private mutating func rest(of limit: Int?, without count: Int) -> Int? {
        let rest = limit.map { $0 - count }
        isEmpty = count < length || rest == 0
        return rest
    }
}
