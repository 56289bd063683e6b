internal import Annotations
internal import HumanReview
internal import Screen

extension Painter {
    /// The side panel of a sheet: what the threshold takes, how sure that is, and the selected image.
    mutating func drawSheetPanel(_ sheet: AcceptSheet, _ panel: CellRect) {
        let filter = state.accept.query.filter
        let contents = sheet.contents
        drawTitle("Sure", detail: "sheet \(state.accept.starts.count)", row: panel.row, in: panel)
        var row = panel.row + 1
        drawFact("scores from", Percent.of(filter.minimumScore) + "  { }", row: row, in: panel)
        drawFact(
            "takes", "\(contents.taken.grouped) of \(contents.total.grouped)", row: row + 1,
            in: panel)
        row = drawTrust(contents, row: row + 2, in: panel)
        drawFact("order", state.accept.query.order.title + "  o", row: row, in: panel)
        drawFact("class", (filter.labels.sorted().first ?? "all") + "  c", row: row + 1, in: panel)
        drawFact("model", (filter.model ?? "all") + "  m", row: row + 2, in: panel)
        row += 4
        drawFact("picked off", "\(sheet.picked.count)", row: row, in: panel)
        guard let image = sheet.selected else { return }
        drawSelectedImage(image, row: row + 2, in: panel)
    }

    /// What is known of how often people changed what the model was as sure of.
    private mutating func drawTrust(_ contents: SheetContents, row: Int, in panel: CellRect) -> Int
    {
        guard let trust = contents.trust else { return row + 1 }
        drawFact("changed", trust.share, row: row, in: panel)
        drawFact("", trust.detail, row: row + 1, in: panel)
        drawFact("≤ 5 % wrong", trust.safeScore, row: row + 2, in: panel)
        return row + 4
    }

    private mutating func drawSelectedImage(_ image: ConfidentImage, row: Int, in panel: CellRect) {
        guard row < panel.endRow else { return }
        drawTitle(
            DisplayWidth.truncate(image.image.fileName, to: panel.columns - 10),
            detail: Age.text(from: image.predictionTime, to: state.now), row: row, in: panel)
        let classes = state.accept.sheet?.contents.facets.classes
        let room = max(0, panel.endRow - row - 1)
        let detections = image.detections.sorted { $0.score > $1.score }
        for (line, detection) in detections.prefix(room).enumerated() {
            // The last line tells of those that do not fit.
            let isLast = line == room - 1 && detections.count > room
            let text = isLast ? "and \(detections.count - line) more" : detection.label
            let color = theme.color(ofClass: classes?.classID(of: detection.label))
            if !isLast {
                let swatch = Style(foreground: theme.outlineShadow, background: color)
                grid.write(" ", column: panel.column + 2, row: row + 1 + line, style: swatch)
            }
            grid.write(
                DisplayWidth.truncate(text, to: panel.columns - 12), column: panel.column + 4,
                row: row + 1 + line, style: panelStyle)
            guard !isLast else { continue }
            let score = Percent.of(detection.score)
            grid.write(
                score, column: panel.endColumn - score.count - 1, row: row + 1 + line,
                style: panelStyle)
        }
    }

    /// The line above the footer on the accept screen.
    var acceptStatus: String {
        let accept = state.accept
        guard let sheet = accept.sheet, !sheet.images.isEmpty else { return "" }
        if let count = accept.deciding { return count > 0 ? "Accepting: \(count) so far" : "" }
        switch accept.mode {
        case .hint: return "Jump: type the letters at a thumbnail"
        case .everything:
            return "Selected all \(sheet.contents.taken.grouped) that the threshold takes; "
                + "A accepts them, Esc ends"
        case .range:
            return "Selected \(state.chosenOnSheet.count); A accepts them, X sends them to review"
        case .normal: return sheetStatus(sheet)
        }
    }

    private func sheetStatus(_ sheet: AcceptSheet) -> String {
        let picked = sheet.pickedHere.count
        let count = sheet.images.count
        return picked == 0
            ? "A accepts these \(count), after a look at each; Space picks off what is wrong"
            : "A accepts \(count - picked) and sends \(picked) to review"
    }
}

extension Int {
    /// The number with its thousands parted by commas.
    var grouped: String {
        let digits = String(magnitude)
        var parts: [Substring] = []
        var rest = digits[...]
        while rest.count > 3 {
            parts.append(rest.suffix(3))
            rest = rest.dropLast(3)
        }
        return (self < 0 ? "-" : "")
            + ([rest] + parts.reversed()).joined(separator: ",")
    }
}
