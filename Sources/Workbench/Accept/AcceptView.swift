internal import Imaging
internal import Annotations
internal import HumanReview
internal import Screen

extension Painter {
    /// The sheet and its panel, or what stands in their place.
    mutating func drawAccept(_ layout: ScreenLayout) {
        let style = Style(foreground: theme.mutedText, background: theme.surround)
        grid.fill(layout.pane, style: style)
        grid.fill(layout.panel, style: panelStyle)
        if let failure = state.accept.failure {
            var failed = style
            failed.foreground = theme.error
            let lines = TextWrap.lines(failure, width: layout.pane.columns - 8)
            return drawCentered(
                ["The sheet could not be read", ""] + lines + ["", "g a tries again"],
                in: layout.pane, style: failed)
        }
        guard let sheet = state.accept.sheet else {
            return drawCentered(["Loading"], in: layout.pane, style: style)
        }
        drawSheetPanel(sheet, layout.panel)
        guard sheet.items.isEmpty else { return drawCaptions(sheet, layout) }
        drawCentered(emptySheetLines(sheet), in: layout.pane, style: style)
    }

    /// The keys that matter on the accept screen.
    var acceptHints: [KeyHint] {
        if case .hint = state.accept.mode { return [KeyHint(keys: "Esc", text: "cancel")] }
        if state.accept.card != nil { return cardHints }
        guard state.accept.sheet?.items.isEmpty == false else {
            return keys(
                [.lowerThreshold, .filterClass, .undoSheet, .goToReview, .help, .quit],
                ["lower score", "class", "undo", "review", "keys", "quit"])
        }
        return keys(
            [
                .acceptSheet, .pickOff, .sendToReview, .undoSheet, .cropsOfClass, .nextSheet,
                .help, .selectAll, .openImage, .raiseThreshold, .lowerThreshold, .changeOrder,
                .filterClass, .selectRange, .hint, .smallerCells, .quit,
            ],
            [
                "accept", "pick off", "review", "undo", "crops", "next", "keys", "all", "look",
                "raise", "lower", "order", "class", "range", "jump", "smaller", "quit",
            ])
    }

    private var cardHints: [KeyHint] {
        guard state.accept.sheet?.items.isEmpty == false else {
            return keys(
                [.back, .cropsOfClass, .lowerThreshold, .undoSheet, .help, .quit],
                ["sheet", "class", "lower score", "undo", "keys", "quit"])
        }
        return keys(
            [
                .acceptSheet, .pickOff, .sendToReview, .undoSheet, .back, .cropsOfClass,
                .help, .openImage, .changeOrder, .nextSheet, .raiseThreshold, .lowerThreshold,
                .selectAll, .selectRange, .hint, .smallerCells, .quit,
            ],
            [
                "right", "pick off", "wrong", "undo", "sheet", "class", "keys", "look", "order",
                "next", "raise", "lower", "all", "range", "jump", "smaller", "quit",
            ])
    }

    private func emptySheetLines(_ sheet: AcceptSheet) -> [String] {
        if let card = state.accept.card { return emptyCardLines(card, sheet.contents) }
        if sheet.contents.total > 0 {
            let images =
                sheet.contents.total == 1 ? "1 image waits" : "\(sheet.contents.total) wait"
            return [
                "Nothing matches", "", "\(images), but none like this.",
                "{ lowers the score, c and m choose others.",
            ]
        }
        if let queue = state.queue, queue.depth > 0 {
            return [
                "Nothing to accept yet", "",
                "\(queue.depth) in the queue, \(Rate.text(queue.rate));",
                "what the model is sure of comes here. g a looks again.",
            ]
        }
        return [
            "Nothing to accept", "", "What the model is sure of waits here.",
            "loopbox add PATH brings more photos,", "g r goes to those it is unsure of.",
        ]
    }

    private func emptyCardLines(_ card: AcceptCard, _ contents: SheetContents) -> [String] {
        let label = card.query.filter.label
        guard contents.total > 0 else {
            return [
                "Every \(label) is decided", "", "b chooses another class, Esc goes to the sheet.",
            ]
        }
        return [
            "No \(label) is as sure as that", "", "\(Counted.of(contents.total)) wait below it.",
            "{ lowers the score, Esc goes to the sheet.",
        ]
    }

    /// Under half blocks captions are text between the photos.
    private mutating func drawCaptions(_ sheet: AcceptSheet, _ layout: ScreenLayout) {
        for (index, rect) in state.captionCells(layout) {
            let item = sheet.items[index]
            let isPicked = sheet.isPicked(item.id)
            var style = Style(
                foreground: isPicked ? theme.mutedText : theme.text, background: theme.surround)
            if index == sheet.selection { style = selectionStyle }
            grid.fill(rect, style: style)
            let hint = state.sheetHint(index).map { $0 + " " } ?? ""
            let caption = SheetCaption(item, isPicked: isPicked)
            grid.write(
                hint + caption.text(width: max(0, rect.columns - hint.count)), column: rect.column,
                row: rect.row, style: style, limit: rect.columns)
        }
    }
}

extension AppState {
    /// The thumbnails, or nil while there are none.
    func acceptPane(_ layout: ScreenLayout) -> ImagePane? {
        guard accept.failure == nil, let sheet = accept.sheet, !sheet.items.isEmpty,
            !paneSize.isEmpty
        else { return nil }
        let grid = sheetGrid
        let empty = SheetCanvas(state: self, sheet: sheet, grid: grid)
        var drawn = empty
        drawn.draw()
        // One identity for all sheets: their palette is the same, and only what differs is sent.
        return ImagePane(
            rect: layout.pane, identity: -1, photo: empty.canvas, canvas: drawn.canvas)
    }

    /// The rows of text between the thumbnails where cells stand for pixels, by thumbnail.
    func captionCells(_ layout: ScreenLayout) -> [(index: Int, rect: CellRect)] {
        guard metrics.renderer == .halfBlocks, let sheet = accept.sheet, !paneSize.isEmpty,
            accept.failure == nil
        else { return [] }
        let grid = sheetGrid
        return sheet.items.indices.prefix(grid.count).map { index in
            let caption = grid.caption(index)
            return (
                index,
                CellRect(
                    column: layout.pane.column + caption.x / metrics.cellWidth,
                    row: layout.pane.row + (caption.y + caption.height - 1) / metrics.cellHeight,
                    columns: caption.width / metrics.cellWidth, rows: 1)
            )
        }
    }
}
