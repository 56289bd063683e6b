internal import Annotations
internal import HumanReview
internal import Screen

extension Painter {
    /// The versions of a loop and what differs between two of them, or what stands in their place.
    mutating func drawHistory(_ layout: ScreenLayout) {
        let history = state.history
        drawFrame(layout)
        if let failure = history.failure {
            return drawNotice(
                ["The history could not be read", "", failure], isFailure: true, in: layout.pane)
        }
        guard history.history != nil, let photo = history.photo else {
            return drawNotice(["Loading"], in: layout.pane)
        }
        drawPlaceholder(photo, layout.pane)
        drawVersions(history, in: layout.panel)
        drawChanges(history, row: history.changesRow(in: layout.panel), in: layout.panel)
    }

    /// The keys that matter on the history screen.
    var historyHints: [KeyHint] {
        [
            hint([.nextVersion, .previousVersion], "version"),
            hint([.nextBase, .previousBase], "compare with"),
        ]
            + keys(
                [.nextBox, .sendBack, .back, .help, .zoomIn],
                ["change", "send back", "back", "keys", "zoom"])
    }

    /// The list of versions, and what is known of the one that is shown.
    private mutating func drawVersions(_ history: HistoryState, in panel: CellRect) {
        drawTitle("Versions", detail: "\(history.versions.count)", row: panel.row, in: panel)
        let window = history.versionWindow(in: panel)
        for index in window.visible {
            drawVersion(index, history, row: window.row(of: index), in: panel)
        }
        drawNote(history, row: window.endRow, in: panel)
    }

    private mutating func drawVersion(
        _ index: Int, _ history: HistoryState, row: Int, in panel: CellRect
    ) {
        let version = history.versions[index]
        let isShown = index == history.shown
        // The version shown and the one it is compared with, told apart without colours too.
        let mark = isShown ? ">" : index == history.base ? "=" : " "
        let name = (version.revision > 0 ? "\(version.revision) " : "") + version.title
        drawEntry(
            name, mark: mark, detail: Counted.boxes(version.boxes.count), isSelected: isShown,
            row: row, in: panel)
    }

    /// When and how long the version shown was worked on, and why it was asked for.
    private mutating func drawNote(_ history: HistoryState, row: Int, in panel: CellRect) {
        guard history.versions.indices.contains(history.shown) else { return }
        let version = history.versions[history.shown]
        var row = row + 1
        drawFact(
            "made", Age.text(from: version.time, to: state.now) + " ago", row: row, in: panel)
        if let active = version.activeMilliseconds {
            row += 1
            drawFact("active", ActiveTime.text(active), row: row, in: panel)
        }
        for line in history.requestLines(in: panel) {
            row += 1
            grid.write(
                " " + line, column: panel.column + 1, row: row, style: panelStyle(theme.warning))
        }
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
        let window = history.changeWindow(below: row, in: panel)
        for index in window.visible {
            drawChange(
                changes[index], isSelected: index == history.selection, row: window.row(of: index),
                in: panel)
        }
    }

    private mutating func drawChange(
        _ change: BoxDifferences.Change, isSelected: Bool, row: Int, in panel: CellRect
    ) {
        drawEntry(
            change.summary, mark: " ", detail: change.overlap > 0 ? Percent.of(change.overlap) : "",
            isSelected: isSelected, row: row, in: panel)
    }
}

extension AppState {
    /// The photo with both versions' boxes, over the pane.
    func historyCopies(_ layout: ScreenLayout) -> [PhotoCopy] {
        guard history.failure == nil, let raster = history.photo?.raster else { return [] }
        var overlay = VersionOverlay(raster, metrics: metrics, theme: theme)
        let labels = history.history?.labels
        let selected = history.selectedChange
        for change in history.differences?.changes ?? [] where change != selected {
            overlay.draw(change, labels: labels)
        }
        if let selected { overlay.draw(selected, isSelected: true, labels: labels) }
        return [PhotoCopy(overlay: overlay, rect: layout.pane)]
    }
}
