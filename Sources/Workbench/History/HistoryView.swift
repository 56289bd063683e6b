internal import Annotations
internal import HumanReview
internal import Screen

extension Painter {
    /// The versions of a loop and what differs between two of them, or what stands in their place.
    mutating func drawHistory(_ layout: ScreenLayout) {
        let history = state.history
        grid.fill(
            layout.pane, style: Style(foreground: theme.mutedText, background: theme.surround))
        grid.fill(layout.panel, style: panelStyle)
        if let failure = history.failure {
            return drawNotice(
                ["The history could not be read", "", failure], isFailure: true, in: layout.pane)
        }
        guard history.history != nil, let photo = history.photo else {
            return drawNotice(["Loading"], in: layout.pane)
        }
        drawPlaceholder(photo, layout.pane)
        let end = drawVersions(history, in: layout.panel)
        drawChanges(history, row: end + 1, in: layout.panel)
    }

    /// The keys that matter on the history screen.
    var historyHints: [KeyHint] {
        keys(
            [.nextVersion, .previousVersion, .nextBase, .previousBase],
            ["newer", "older", "base newer", "base older"])
            + keys(
                [.nextBox, .sendBack, .zoomIn, .back, .help],
                ["change", "send back", "zoom", "back", "keys"])
    }

    /// The list of versions; returns the row after it.
    private mutating func drawVersions(_ history: HistoryState, in panel: CellRect) -> Int {
        let versions = history.versions
        drawTitle("Versions", detail: "\(versions.count)", row: panel.row, in: panel)
        let room = max(3, panel.rows / 2 - 2)
        let first = max(0, min(history.shown - room / 2, versions.count - room))
        let visible = first..<min(versions.count, first + room)
        for index in visible {
            drawVersion(index, history, row: panel.row + 1 + index - first, in: panel)
        }
        return drawNote(history, row: panel.row + 1 + visible.count, in: panel)
    }

    private mutating func drawVersion(
        _ index: Int, _ history: HistoryState, row: Int, in panel: CellRect
    ) {
        let version = history.versions[index]
        let isShown = index == history.shown
        let style = isShown ? selectionStyle : panelStyle
        grid.fill(
            CellRect(column: panel.column + 1, row: row, columns: panel.columns - 1, rows: 1),
            style: style)
        // The version shown and the one it is compared with, told apart without colours too.
        let mark = isShown ? ">" : index == history.base ? "=" : " "
        let name = (version.revision > 0 ? "\(version.revision) " : "") + version.title
        let detail = "\(version.boxes.count) " + (version.boxes.count == 1 ? "box" : "boxes")
        grid.write(
            "\(mark) " + DisplayWidth.truncate(name, to: panel.columns - detail.count - 6),
            column: panel.column + 1, row: row, style: style)
        grid.write(
            detail, column: panel.endColumn - detail.count - 1, row: row, style: style)
    }

    /// When and how long the version shown was worked on, and why it was asked for.
    private mutating func drawNote(_ history: HistoryState, row: Int, in panel: CellRect) -> Int {
        guard history.versions.indices.contains(history.shown) else { return row }
        let version = history.versions[history.shown]
        var row = row + 1
        drawFact(
            "made", Age.text(from: version.time, to: state.now) + " ago", row: row, in: panel)
        if let active = version.activeMilliseconds {
            row += 1
            drawFact("active", Self.seconds(active), row: row, in: panel)
        }
        let revision = history.history?.revisions.first { $0.number == version.revision }
        guard let request = revision?.request else { return row + 1 }
        let text = "sent back by \(request.lead.name): \(request.note)"
        for line in TextWrap.lines(text, width: panel.columns - 4).prefix(3) {
            row += 1
            grid.write(
                " " + line, column: panel.column + 1, row: row, style: panelStyle(theme.warning))
        }
        return row + 1
    }

    private mutating func drawChanges(_ history: HistoryState, row: Int, in panel: CellRect) {
        let changes = history.changes
        let base =
            history.versions.indices.contains(history.base)
            ? history.versions[history.base].title : ""
        drawTitle("Changes", detail: "from \(base)", row: row, in: panel)
        guard !changes.isEmpty else {
            grid.write(" none", column: panel.column + 1, row: row + 1, style: mutedStyle)
            return
        }
        let room = max(0, panel.endRow - row - 1)
        let first = max(0, min(history.selection - room / 2, changes.count - room))
        for index in first..<min(changes.count, first + room) {
            drawChange(
                changes[index], isSelected: index == history.selection,
                row: row + 1 + index - first,
                in: panel)
        }
    }

    private mutating func drawChange(
        _ change: BoxDifferences.Change, isSelected: Bool, row: Int, in panel: CellRect
    ) {
        let style = isSelected ? selectionStyle : panelStyle
        let line = CellRect(column: panel.column + 1, row: row, columns: panel.columns - 1, rows: 1)
        grid.fill(line, style: style)
        let overlap = change.overlap > 0 ? Percent.of(change.overlap) : ""
        grid.write(
            DisplayWidth.truncate(change.summary, to: line.columns - overlap.count - 4),
            column: line.column + 2, row: row, style: style)
        grid.write(
            overlap, column: line.endColumn - overlap.count - 1, row: row, style: style)
    }

    /// Active time, `12.3 s` or `4 min`.
    private static func seconds(_ milliseconds: Int64) -> String {
        let tenths = max(0, milliseconds) / 100
        return tenths < 1200 ? "\(tenths / 10).\(tenths % 10) s" : "\(tenths / 600) min"
    }
}

extension BoxDifferences.Change {
    /// What happened to which box, `moved dog`.
    var summary: String {
        switch kind {
        case .kept: "kept \(after?.label ?? "")"
        case .moved: "moved \(after?.label ?? "")"
        case .relabelled: "\(before?.label ?? "") is \(after?.label ?? "")"
        case .added: "added \(after?.label ?? "")"
        case .removed: "removed \(before?.label ?? "")"
        }
    }
}

extension AppState {
    /// The photo with both versions' boxes, or nil while there is none.
    func historyPane(_ layout: ScreenLayout) -> ImagePane? {
        guard history.failure == nil, let raster = history.photo?.raster else { return nil }
        var overlay = VersionOverlay(raster, metrics: metrics, theme: theme)
        let selected = history.selectedChange
        for change in history.differences?.changes ?? [] where change != selected {
            draw(change, isSelected: false, on: &overlay)
        }
        if let selected { draw(selected, isSelected: true, on: &overlay) }
        return ImagePane(
            rect: layout.pane, identity: raster.identity, photo: raster.canvas,
            canvas: overlay.canvas, encodedPhoto: raster.sixel)
    }

    private func draw(
        _ change: BoxDifferences.Change, isSelected: Bool, on overlay: inout VersionOverlay
    ) {
        let labels = history.history?.labels
        func ink(_ box: LabeledBox) -> UInt8 {
            CanvasInk.ofClass(labels?.classID(of: box.label), theme: theme)
        }
        if let before = change.before, change.kind != .kept {
            overlay.draw(
                before.box, .dashed, ink: change.after == nil ? ink(before) : CanvasInk.light)
        }
        if let after = change.after {
            overlay.draw(after.box, isSelected ? .thick : .thin, ink: ink(after))
        }
        guard change.kind != .kept, let box = change.after ?? change.before else { return }
        overlay.write([(change.summary, ink(box))], at: box.box)
    }
}
