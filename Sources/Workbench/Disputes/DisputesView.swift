internal import Annotations
internal import HumanReview
internal import Screen

extension Painter {
    /// A loop whose answers differ, or what stands in its place.
    mutating func drawDisputes(_ layout: ScreenLayout) {
        let disputes = state.disputes
        drawFrame(layout)
        if let failure = disputes.failure {
            return drawNotice(
                ["The disputes could not be read", "", failure], isFailure: true, in: layout.pane)
        }
        guard let dispute = disputes.dispute else {
            return drawNotice(
                disputes.isLoaded && disputes.current == nil
                    ? [
                        "Nothing in dispute", "",
                        "Where several people answer an image and do not agree, it waits here.",
                    ] : ["Loading"], in: layout.pane)
        }
        drawPlaceholder(dispute.photo, layout.pane)
        let end = drawDifferences(dispute, in: layout.panel)
        drawVotes(dispute, row: end + 1, in: layout.panel)
    }

    /// The keys that matter on the disputes screen.
    var disputesHints: [KeyHint] {
        guard let dispute = state.disputes.dispute else {
            return keys(
                [.goToReview, .goToLoops, .help, .quit], ["review", "loops", "keys", "quit"])
        }
        // The panel says whose box each of these is.
        let answers = [Action.takeFirst, .takeSecond, .takeThird]
            .prefix(dispute.revision.answers.count)
        return keys([.settle, .nextBox], ["settle", "next"])
            + [hint(answers + [.takeConsolidated, .dropObject], "take")]
            + keys(
                [.nextImage, .undo, .sendBack, .help, .goToHistory, .zoomIn],
                ["later", "undo", "send back", "keys", "history", "zoom"])
    }

    /// The list of differences; returns the row after it.
    private mutating func drawDifferences(_ dispute: Dispute, in panel: CellRect) -> Int {
        let count = dispute.differing.count
        drawTitle(
            "Differences", detail: count == 0 ? "none" : "\(dispute.selection + 1) of \(count)",
            row: panel.row, in: panel)
        let window = dispute.differenceWindow(in: panel)
        for index in window.visible {
            drawDifference(dispute, at: index, row: window.row(of: index), in: panel)
        }
        return window.endRow
    }

    private mutating func drawDifference(
        _ dispute: Dispute, at index: Int, row: Int, in panel: CellRect
    ) {
        let isSelected = index == dispute.selection
        let object = dispute.consolidation.objects[dispute.differing[index]]
        let label = object.merged.label
        drawEntry(
            label, mark: isSelected ? ">" : " ",
            detail: object.summary(in: panel.columns - DisplayWidth.of(label) - 5),
            isSelected: isSelected, row: row, in: panel)
    }

    /// What each person says of the object looked at, and what is taken.
    private mutating func drawVotes(_ dispute: Dispute, row: Int, in panel: CellRect) {
        guard let selected = dispute.selectedObject else { return }
        let object = dispute.consolidation.objects[selected]
        let choice = dispute.choice(of: selected)
        var row = row
        drawTitle("Answers", detail: "revision \(dispute.revision.number)", row: row, in: panel)
        for (position, answer) in dispute.revision.answers.enumerated() {
            row += 1
            drawVote(
                "\(position + 1)", answer.worker.name, object.members[position],
                color: DisputeInk.answer(position, theme: theme),
                isTaken: choice == .answer(position), row: &row, in: panel)
        }
        row += 1
        drawVote(
            "c", "consolidated", object.consolidated, color: nil,
            isTaken: choice == .consolidated,
            row: &row, in: panel)
        row += 1
        drawVote(
            "d", "no box here", nil, color: nil, isTaken: choice == .dropped, row: &row, in: panel)
    }

    private mutating func drawVote(
        _ key: String, _ name: String, _ box: LabeledBox?, color: Int?, isTaken: Bool,
        row: inout Int, in panel: CellRect
    ) {
        guard row < panel.endRow else { return }
        let (line, style) = beginLine(row, isSelected: isTaken, in: panel)
        grid.write(key, column: line.column + 1, row: row, style: isTaken ? style : keyStyle)
        let swatch = color.map { panelStyle(theme.color(ofClass: $0), bold: true) } ?? style
        let end = grid.write(
            DisplayWidth.truncate(name, to: 12), column: line.column + 3, row: row,
            style: isTaken ? style : swatch)
        let label = box?.label ?? (key == "d" ? "" : "none")
        let text = DisplayWidth.truncate(label, to: line.endColumn - end - 3)
        grid.write(
            text, column: line.endColumn - DisplayWidth.of(text) - 1, row: row, style: style)
        guard let box = box?.box, row + 1 < panel.endRow else { return }
        row += 1
        drawFact("  ", "\(box.left), \(box.top)  \(box.width) × \(box.height)", row: row, in: panel)
    }
}

extension ConsolidatedBox {
    /// What people differ in, most telling first; what does not fit is left out whole.
    fileprivate func summary(in columns: Int) -> String {
        var parts: [String] = []
        if disagreements.contains(.missing) {
            parts.append("\(members.count { $0 != nil }) of \(members.count)")
        }
        if disagreements.contains(.label) { parts.append("label") }
        if disagreements.contains(.edges) {
            parts.append(
                "edges " + ScoreText.of(leastOverlap, around: [Consolidation.closeOverlap]))
        }
        while parts.count > 1, parts.joined(separator: ", ").count > columns { parts.removeLast() }
        return parts.joined(separator: ", ")
    }
}

extension AppState {
    /// The photo with everybody's boxes, over the pane.
    func disputesCopies(_ layout: ScreenLayout) -> [PhotoCopy] {
        guard disputes.failure == nil, let dispute = disputes.dispute,
            let raster = dispute.photo.raster
        else { return [] }
        var overlay = VersionOverlay(raster, metrics: metrics, theme: theme)
        DisputeOverlay(dispute: dispute, theme: theme).draw(on: &overlay)
        return [PhotoCopy(overlay: overlay, rect: layout.pane)]
    }
}
