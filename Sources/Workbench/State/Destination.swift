/// The screens one goes to with `g` and a letter.
package enum Destination: String, Hashable, Sendable, CaseIterable {
    /// One photo at a time, with its boxes.
    case review
    /// A sheet of what the model is sure of.
    case accept
    /// The lead's figures and the list of loops.
    case loops
    /// Where people's answers differ.
    case disputes
    /// What was said about one loop, version by version.
    case history

    /// The name in the header.
    package var title: String {
        switch self {
        case .review: "Review"
        case .accept: "Accept"
        case .loops: "Loops"
        case .disputes: "Disputes"
        case .history: "History"
        }
    }
}
