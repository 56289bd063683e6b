package import HumanReview

/// An answer to an ``LoopsEffect``.
package enum LoopsEvent: Hashable, Sendable {
    /// What was asked for could not be read or done.
    case failed(ReviewError)
}
