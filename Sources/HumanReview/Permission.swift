/// Something that not everybody may do.
///
/// Raw values complete the sentence "ana may not …".
package enum Permission: String, Hashable, Sendable, CaseIterable {
    case review = "answer loops"
    case accept = "accept in bulk"
    case manageLoops = "stop, release, reassign or reopen loops"
    case sendBack = "send loops back for correction"
    case adjudicate = "settle where answers differ"
    case manageTeams = "change workers and teams"
    case changeSettings = "change what counts as late"
    case deploy = "deploy models"

    /// The least role that may.
    package var role: WorkerRole {
        switch self {
        case .review: .reviewer
        case .accept: .annotator
        case .manageLoops, .sendBack, .adjudicate, .manageTeams, .changeSettings, .deploy:
            .lead
        }
    }
}
