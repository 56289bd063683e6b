import HumanReview

@testable import ReviewStore

/// What the tests of sheets do to a store, and ask it.
extension SQLiteReviewStore {
    /// Adds so many images that the model is sure of.
    func addConfident(_ count: Int) throws {
        _ = try add(
            (0..<count).map { TemporaryWorkspace.image("\($0)", scores: [0.9, 0.3, 0.1]) },
            at: TemporaryWorkspace.time)
    }

    /// The images that wait to be accepted.
    var confidentImages: [ConfidentImage] {
        get throws { try confidentPage(ConfidentQuery(), after: nil, limit: 10_000) }
    }

    /// The keys of the images that wait to be accepted.
    var confidentIDs: [Int64] {
        get throws { try confidentImages.map(\.image.id) }
    }

    /// Accepts images, and sends others to review.
    func decide(_ accepted: [Int64], reviewed: [Int64] = []) throws -> SheetOutcome {
        try decide(
            SheetDecision(accepted: .images(accepted), reviewed: reviewed),
            by: Worker(name: "ann"), at: TemporaryWorkspace.time)
    }
}
