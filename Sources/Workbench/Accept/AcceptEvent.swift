package import HumanReview

/// An answer to an ``AcceptEffect``.
package enum AcceptEvent: Hashable, Sendable {
    /// What was asked for could not be read or done.
    case failed(ReviewError)
}
