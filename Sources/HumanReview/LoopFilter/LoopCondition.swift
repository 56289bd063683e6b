/// One thing a loop is or is not.
package enum LoopCondition: Hashable, Sendable {
    /// The status is one of these.
    case states([HumanLoop.Status])
    /// A box of one of these classes is in the answers or, before the first answer, among the proposals.
    case labels([String])
    /// The highest score compares so; a loop without one compares with nothing.
    case score(Comparison, Double)
    /// The model saw nothing.
    case hasNoScore
    /// One of these has answered it.
    case workers([String])
    /// One of these holds it now.
    case holders([String])
    /// It is for one of these alone.
    case assignees([String])
    /// The prediction behind it is by one of these versions.
    case models([String])
    case flows([String])
    case reasons([ActivationReason])
    /// Its age in milliseconds compares so.
    case age(Comparison, Int64)
    /// It was started before, in or after a span of time.
    case created(Comparison, TimeSpan)
    /// It was completed before, in or after a span of time.
    case completed(Comparison, TimeSpan)
    /// It was accepted in bulk.
    case isBulk
    /// Its answer was imported.
    case isImported
    /// Its answers differ and nobody has settled it.
    case isDisputed
    /// Somebody holds it now.
    case isHeld
    /// The name of the image's file, or its path when the pattern has a slash, matches this pattern of
    /// `*`, `?` and `[…]`.
    case image(glob: String)
    /// Its name begins so.
    case name(prefix: String)
    /// The name of the image's file contains this, in capitals or not.
    case word(String)

    /// The ways of comparing, as they are typed.
    package enum Comparison: String, Hashable, Sendable, CaseIterable {
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case equal = ":"
    }
}
