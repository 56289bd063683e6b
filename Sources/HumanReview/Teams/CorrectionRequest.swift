/// Why a loop was sent back, and to whom.
package struct CorrectionRequest: Hashable, Sendable {
    /// What is to be put right, in the lead's words.
    package var note: String
    /// Who sent it back.
    package var lead: Worker
    /// Who is asked to correct it; nil when anyone may.
    package var asked: Worker?
    package var time: Timestamp

    /// A request.
    package init(note: String, lead: Worker, asked: Worker?, time: Timestamp) {
        self.note = note
        self.lead = lead
        self.asked = asked
        self.time = time
    }
}
