/// What became of an image that was to be added.
package enum IntakeOutcome: Hashable, Sendable {
    /// It is uncertain: a human loop of this name waits for a reviewer.
    case loop(String)
    /// The model is sure of it: it waits to be accepted.
    case confident
    /// It waits for the prediction of the model in service.
    case queued
    /// It was there already, with the same bytes and nothing new said about it.
    case unchanged
    /// It was not taken, or its loop failed, for a reason; `isNew` when this was never said before.
    case problem(reason: String, isNew: Bool)
}
