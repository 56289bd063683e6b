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
        let style = isSelected ? selectionStyle : panelStyle
        let line = CellRect(column: panel.column + 1, row: row, columns: panel.columns - 1, rows: 1)
        grid.fill(line, style: style)
        let object = dispute.consolidation.objects[dispute.differing[index]]
        let label = object.merged.label
        let detail = object.summary(in: line.columns - DisplayWidth.of(label) - 4)
        grid.write(isSelected ? ">" : " ", column: line.column, row: row, style: style)
        grid.write(
            DisplayWidth.truncate(label, to: line.columns - detail.count - 4),
            column: line.column + 2, row: row, style: style)
        grid.write(
            detail, column: line.endColumn - detail.count - 1, row: row, style: style)
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
            "c", "consolidated", object.merged, color: nil,
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
        let style = isTaken ? selectionStyle : panelStyle
        let line = CellRect(column: panel.column + 1, row: row, columns: panel.columns - 1, rows: 1)
        grid.fill(line, style: style)
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

/// The colours that tell people's boxes apart: those of classes far from each other in the theme.
enum DisputeInk {
    /// The class whose colour an answer's boxes have.
    static func answer(_ position: Int, theme: Theme) -> Int {
        let count = max(1, min(theme.classes.count, CanvasInk.classCount))
        return position * 7 % count
    }
}

extension Dispute {
    /// The differences in sight.
    func differenceWindow(in panel: CellRect) -> ListWindow {
        ListWindow(
            count: differing.count, selection: selection,
            room: max(3, panel.rows - revision.answers.count * 2 - 8), firstRow: panel.row + 1)
    }

    /// What is taken by a click on a row of the panel.
    func choice(atRow row: Int, in panel: CellRect) -> Choice? {
        guard let selected = selectedObject else { return nil }
        // Each name has its box below it, where there is one.
        var line = differenceWindow(in: panel).endRow + 2
        for (position, member) in consolidation.objects[selected].members.enumerated() {
            let height = member == nil ? 1 : 2
            if (line..<line + height).contains(row) { return .answer(position) }
            line += height
        }
        return (line..<line + 2).contains(row) ? .consolidated : row == line + 2 ? .dropped : nil
    }
}

extension AppState {
    /// A click on a difference selects it, one on an answer takes it; the wheel over them goes through
    /// the differences.
    mutating func handleInDisputes(_ mouse: MouseEvent) -> [Effect] {
        handleOnPanel(mouse, next: .nextBox, previous: .previousBox) { state, row in
            guard let panel = ScreenLayout(state.metrics.size)?.panel,
                let dispute = state.disputes.dispute
            else { return }
            if let index = dispute.differenceWindow(in: panel).entry(atRow: row) {
                state.disputes.dispute?.selection = index
            } else if let choice = dispute.choice(atRow: row, in: panel) {
                state.take(choice)
            }
        }
    }

    /// The photo with everybody's boxes, over the pane.
    func disputesCopies(_ layout: ScreenLayout) -> [PhotoCopy] {
        guard disputes.failure == nil, let dispute = disputes.dispute,
            let raster = dispute.photo.raster
        else { return [] }
        var overlay = VersionOverlay(raster, metrics: metrics, theme: theme)
        for object in dispute.consolidation.objects where object.disagreements.isEmpty {
            overlay.draw(object.merged.box, .thin, ink: CanvasInk.unknownClass)
        }
        for object in dispute.differing where object != dispute.selectedObject {
            draw(object, of: dispute, isSelected: false, on: &overlay)
        }
        if let selected = dispute.selectedObject {
            draw(selected, of: dispute, isSelected: true, on: &overlay)
        }
        return [PhotoCopy(overlay: overlay, rect: layout.pane)]
    }

    private func draw(
        _ position: Int, of dispute: Dispute, isSelected: Bool, on overlay: inout VersionOverlay
    ) {
        let object = dispute.consolidation.objects[position]
        let choice = dispute.choice(of: position)
        if isSelected || choice == .consolidated {
            overlay.draw(
                object.merged.box, choice == .consolidated ? .thick : .dashed,
                ink: CanvasInk.light)
        }
        var tags: [(text: String, ink: UInt8)] = []
        for (answer, member) in object.members.enumerated() {
            guard let member else { continue }
            let ink = CanvasInk.ofClass(DisputeInk.answer(answer, theme: theme), theme: theme)
            overlay.draw(
                member.box, isSelected && choice == .answer(answer) ? .thick : .thin, ink: ink)
            tags.append(("\(dispute.revision.answers[answer].worker.name): \(member.label)", ink))
        }
        overlay.write(
            isSelected ? tags : [(object.merged.label, CanvasInk.light)], at: object.merged.box)
    }
}
