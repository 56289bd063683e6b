import GRDB
import HumanReview

/// A decision in transactions of bounded length: what is still to be done.
struct DecisionSteps {
    /// What one transaction accepts.
    enum Step {
        case images([Int64])
        case boxes([ConfidentBoxID])
    }

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

    /// What goes to review, once: the first step does it.
    mutating func takeReviewed() -> (images: [Int64], boxes: [ConfidentBoxID]) {
        defer { (reviewed, rejected) = ([], []) }
        return (reviewed, rejected)
    }

    /// How many images the next step accepts at most.
    func nextCount(in store: SQLiteReviewStore, _ db: Database) throws -> Int {
        switch accepted {
        case .images(let images): min(images.count, length)
        case .boxes(let boxes): min(boxes.count, length)
        case .all(let filter, let limit):
            min(try store.count(filter, in: db), limit ?? length, length)
        case .allBoxes(let filter): min(try store.count(filter, in: db), length)
        }
    }

    /// The next step, read in its own transaction, after what goes to review is out of the way.
    mutating func next(in store: SQLiteReviewStore, _ db: Database) throws -> Step {
        switch accepted {
        case .images(let images):
            accepted = .images(Array(images.dropFirst(length)))
            isEmpty = images.count <= length
            return .images(Array(images.prefix(length)))
        case .boxes(let boxes):
            accepted = .boxes(Array(boxes.dropFirst(length)))
            isEmpty = boxes.count <= length
            return .boxes(Array(boxes.prefix(length)))
        case .all(let filter, let limit):
            let images = try store.confidentImages(
                filter, limit: min(limit ?? length, length), in: db)
            let rest = limit.map { $0 - images.count }
            accepted = .all(filter, limit: rest)
            isEmpty = images.count < length || rest == 0
            return .images(images)
        case .allBoxes(let filter):
            let boxes = try store.confidentBoxes(filter, limit: length, in: db)
            isEmpty = boxes.count < length
            return .boxes(boxes)
        }
    }
}
