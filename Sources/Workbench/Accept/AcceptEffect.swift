package import HumanReview

/// Work the accept screen asks for; its answers are ``AcceptEvent``s.
package enum AcceptEffect: Hashable, Sendable {
    case load(SheetRequest)
    /// Makes thumbnails ready, the first ones first, in place of those asked for before.
    case develop([ThumbnailRequest])
    case decide(SheetDecision)
    /// Takes the worker's latest decision back.
    case undo
}
