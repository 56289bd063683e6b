internal import Annotations
internal import HumanReview
internal import Screen

extension Painter {
    /// The side panel of a sheet or card: what the threshold takes, how sure that is, and what is under
    /// the cursor.
    mutating func drawSheetPanel(_ sheet: AcceptSheet, _ panel: CellRect) {
        let sheets = state.accept.starts.count
        if let card = state.accept.card {
            drawTitle("Crops", detail: "card \(sheets)", row: panel.row, in: panel)
            drawCardFacts(card, sheet, panel)
        } else {
            drawTitle("Sure", detail: "sheet \(sheets)", row: panel.row, in: panel)
            drawSheetFacts(sheet, panel)
        }
    }

    private mutating func drawSheetFacts(_ sheet: AcceptSheet, _ panel: CellRect) {
        let query = state.accept.query
        var row = drawTaken(sheet.contents, row: panel.row + 1, in: panel)
        row = drawTrust(sheet.contents, row: row, in: panel)
        drawFact("order", query.order.title + "  o", row: row, in: panel)
        drawFact(
            "class", (query.filter.labels.sorted().first ?? "all") + "  c", row: row + 1, in: panel)
        drawFact("model", (query.filter.model ?? "all") + "  m", row: row + 2, in: panel)
        drawFact("picked off", Counted.of(sheet.pickedHere.count), row: row + 4, in: panel)
        guard let item = sheet.selected else { return }
        drawSelectedImage(item, row: row + 6, in: panel)
    }

    private mutating func drawCardFacts(
        _ card: AcceptCard, _ sheet: AcceptSheet, _ panel: CellRect
    ) {
        drawFact("class", card.query.filter.label + "  b", row: panel.row + 1, in: panel)
        let row = drawTaken(sheet.contents, row: panel.row + 2, in: panel)
        let order = card.query.isWeakestFirst ? "weakest first" : "surest first"
        drawFact("order", order + "  o", row: row, in: panel)
        drawFact("picked off", Counted.of(sheet.pickedHere.count), row: row + 2, in: panel)
        guard let item = sheet.selected else { return }
        drawSelectedImage(item, row: row + 4, in: panel)
    }

    private mutating func drawTaken(_ contents: SheetContents, row: Int, in panel: CellRect) -> Int
    {
        drawFact(
            "scores from", Percent.of(state.accept.threshold) + "  { }", row: row, in: panel)
        drawFact(
            "takes", "\(Counted.of(contents.taken)) of \(Counted.of(contents.total))", row: row + 1,
            in: panel)
        return row + 2
    }

    /// What is known of how often people changed what the model was as sure of.
    private mutating func drawTrust(_ contents: SheetContents, row: Int, in panel: CellRect) -> Int
    {
        guard let trust = contents.trust else { return row + 1 }
        drawFact(trust.source, trust.share, row: row + 1, in: panel)
        drawFact("likely share", trust.interval, row: row + 2, in: panel)
        drawFact("≤ 5 % wrong", trust.safeScore, row: row + 3, in: panel)
        return row + 5
    }

    /// The image with its boxes; of a crop's the one it shows is marked.
    private mutating func drawSelectedImage(_ item: SheetItem, row: Int, in panel: CellRect) {
        guard row < panel.endRow else { return }
        drawTitle(
            DisplayWidth.truncate(item.image.image.fileName, to: panel.columns - 10),
            detail: Age.text(from: item.image.predictionTime, to: state.now), row: row, in: panel)
        let room = max(0, panel.endRow - row - 1)
        let detections = item.image.detections.enumerated().sorted {
            $0.element.score > $1.element.score
        }
        // The last line tells of those that do not fit.
        let count = detections.count > room ? max(0, room - 1) : detections.count
        for (line, detection) in detections.prefix(count).enumerated() {
            drawDetection(
                detection.element, isAccepted: item.image.accepted.contains(detection.offset),
                isShown: item.box?.index == detection.offset, row: row + 1 + line, in: panel)
        }
        guard count < detections.count, room > 0 else { return }
        grid.write(
            "and \(detections.count - count) more", column: panel.column + 4,
            row: row + 1 + count, style: mutedStyle)
    }

    private mutating func drawDetection(
        _ detection: Detection, isAccepted: Bool, isShown: Bool, row: Int, in panel: CellRect
    ) {
        let classes = state.accept.sheet?.contents.facets.classes
        let color = theme.color(ofClass: classes?.classID(of: detection.label))
        let swatch = Style(foreground: theme.outlineShadow, background: color, attributes: .bold)
        grid.write(isShown ? ">" : " ", column: panel.column + 2, row: row, style: swatch)
        let style = isShown ? strongStyle : isAccepted ? mutedStyle : panelStyle
        let value = (isAccepted ? "ok  " : "") + Percent.of(detection.score)
        grid.write(
            DisplayWidth.truncate(detection.label, to: panel.columns - 7 - value.count),
            column: panel.column + 4, row: row, style: style)
        grid.write(value, column: panel.endColumn - value.count - 1, row: row, style: style)
    }

    /// The line above the footer on the accept screen.
    var acceptStatus: String {
        let accept = state.accept
        guard let sheet = accept.sheet, !sheet.items.isEmpty else { return "" }
        if let count = accept.deciding {
            return count > 0 ? "Accepting: \(Counted.of(count)) so far" : ""
        }
        switch accept.mode {
        case .hint: return "Jump: type the letters at a thumbnail"
        case .everything:
            return "Selected \(state.everythingTaken): \(Counted.of(sheet.contents.taken)); "
                + "A accepts, Esc ends"
        case .range:
            let count = state.chosenOnSheet.count
            return accept.card == nil
                ? "Selected \(count); A accepts them, X sends them to review"
                : "Selected \(count); A accepts them, X rejects them"
        case .normal: return accept.card.map { cardStatus($0, sheet) } ?? sheetStatus(sheet)
        }
    }

    private func sheetStatus(_ sheet: AcceptSheet) -> String {
        let picked = sheet.pickedHere.count
        let count = sheet.items.count
        return picked == 0
            ? "A accepts these \(count), after a look at each; Space picks off what is wrong"
            : "A accepts \(count - picked) and sends \(picked) to review"
    }

    private func cardStatus(_ card: AcceptCard, _ sheet: AcceptSheet) -> String {
        let picked = sheet.pickedHere.count
        let count = sheet.items.count
        let label = card.query.filter.label
        let photos = Counted.of(sheet.photosPickedHere, "photo")
        return picked == 0
            ? "All \(label)? A says so of these \(count) boxes; Space picks off what is wrong"
            : "A accepts \(count - picked) and sends \(photos) to review; X only the latter"
    }
}
