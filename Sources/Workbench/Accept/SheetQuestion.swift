package import HumanReview

/// A decision that waits for a second press.
package struct SheetQuestion: Hashable, Sendable {
    package var decision: SheetDecision
    /// How many images or boxes it would accept.
    package var accepted: Int
    /// What is accepted beyond the sheet, in words; nil when the decision stays on it.
    package var everything: String?

    /// The lines that ask it; the keys that answer it begin its lines.
    var lines: [String] {
        ["Accept \(accepted.grouped) \(things(accepted))?"]
            + (everything.map { [$0.prefix(1).uppercased() + $0.dropFirst()] } ?? [])
            + picked + ["", "A y Enter  yes", "n Esc      no"]
    }

    private var isAboutBoxes: Bool {
        switch decision.accepted {
        case .boxes, .allBoxes: true
        case .images, .all: !decision.rejected.isEmpty
        }
    }

    private func things(_ count: Int) -> String {
        switch (isAboutBoxes, count == 1) {
        case (false, true): "image"
        case (false, false): "images"
        case (true, true): "box"
        case (true, false): "boxes"
        }
    }

    private var picked: [String] {
        let count = decision.reviewed.count + decision.rejected.count
        guard count > 0 else { return [] }
        guard isAboutBoxes else {
            return ["\(count) picked off \(count == 1 ? "goes" : "go") to review"]
        }
        return ["\(count) picked off \(count == 1 ? "is" : "are") wrong, to be reviewed"]
    }
}
