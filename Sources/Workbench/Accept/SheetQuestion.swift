package import HumanReview

/// A decision that waits for a second press.
package struct SheetQuestion: Hashable, Sendable {
    package var decision: SheetDecision
    /// How many images it would accept.
    package var accepted: Int
    /// Whether it reaches beyond the sheet.
    package var isEverything: Bool

    /// The lines that ask it; the keys that answer it begin its lines.
    var lines: [String] {
        let reviewed = decision.reviewed.count
        let what = accepted == 1 ? "1 image" : "\(accepted) images"
        let rest =
            reviewed == 0
            ? [] : ["\(reviewed) picked off \(reviewed == 1 ? "goes" : "go") to review"]
        return ["Accept \(what)?"] + (isEverything ? ["Everything the threshold takes"] : [])
            + rest + ["", "A Enter  yes", "Esc      no"]
    }
}
