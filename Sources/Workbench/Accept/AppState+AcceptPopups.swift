internal import HumanReview
internal import Screen

/// The questions and lists of the accept screen.
extension AppState {
    mutating func answer(_ question: SheetQuestion, _ key: Key) -> [Effect] {
        switch key {
        case .character("A"), .character("y"), .enter: return decide(question.decision)
        case .escape, .character("n"), .character("q"): popup = nil
        default: break
        }
        return []
    }

    mutating func press(_ key: Key, sheetHint typed: String) -> [Effect] {
        guard case .character(let letter) = key, let sheet = accept.sheet else {
            accept.mode = .normal
            return []
        }
        let wanted = typed + String(letter)
        let hints = HintLabels.labels(count: sheet.items.count)
        accept.mode = .normal
        if let index = hints.firstIndex(of: wanted) {
            accept.sheet?.select(index)
        } else if hints.contains(where: { $0.hasPrefix(wanted) }) {
            accept.mode = .hint(typed: wanted)
        }
        return []
    }

    /// Every class that a confident image's strongest box has, with the number of such images.
    var confidentClassEntries: [PopupEntry] {
        let labels = accept.sheet?.contents.facets.labels ?? []
        return [Self.entry("every class", nil, .confidentClass(nil))]
            + labels.map { Self.entry($0.name, $0.count, .confidentClass($0.name)) }
    }

    /// Every model version that predicted a confident image.
    var confidentModelEntries: [PopupEntry] {
        let models = accept.sheet?.contents.facets.models ?? []
        return [Self.entry("every model", nil, .confidentModel(nil))]
            + models.map { Self.entry($0.name, $0.count, .confidentModel($0.name)) }
    }

    /// Every class of a box about which nothing is decided, with the number of such boxes.
    var boxClassEntries: [PopupEntry] {
        (accept.sheet?.contents.facets.boxes ?? []).map {
            Self.entry($0.name, $0.count, .boxClass($0.name))
        }
    }

    private static func entry(
        _ name: String, _ count: Int?, _ value: PopupEntry.Value
    ) -> PopupEntry {
        PopupEntry(
            title: name + (count.map { "  \(Counted.of($0))" } ?? ""), detail: "", topic: nil,
            value: value)
    }
}
