/// What became of an answer that was to be imported.
package enum ImportOutcome: Hashable, Sendable {
    /// It is the answer of the completed loop of this name.
    case completed(String)
    /// The image had this very answer already.
    case unchanged
    /// It was not taken, for a reason; `isNew` when this was never said before.
    case problem(reason: String, isNew: Bool)
}
