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
        guard sheet.images.isEmpty else { return drawCaptions(sheet, layout) }
        drawCentered(emptySheetLines(sheet), in: layout.pane, style: style)
    }

    /// The keys that matter on the accept screen.
    var acceptHints: [KeyHint] {
        if case .hint = state.accept.mode { return [KeyHint(keys: "Esc", text: "cancel")] }
        guard state.accept.sheet?.images.isEmpty == false else {
            return keys(
                [.lowerThreshold, .filterClass, .undoSheet, .goToReview, .help, .quit],
                ["lower score", "class", "undo", "review", "keys", "quit"])
        }
        return keys(
            [
                .acceptSheet, .pickOff, .sendToReview, .undoSheet, .openImage, .help, .quit,
                .lowerThreshold, .raiseThreshold, .nextSheet, .changeOrder, .filterClass, .hint,
                .selectRange, .smallerCells,
            ],
            [
                "accept", "pick off", "to review", "undo", "look", "keys", "quit", "lower",
                "raise", "next", "order", "class", "jump", "range", "smaller",
            ])
    }

    private func emptySheetLines(_ sheet: AcceptSheet) -> [String] {
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

    /// Under half blocks captions are text between the photos.
    private mutating func drawCaptions(_ sheet: AcceptSheet, _ layout: ScreenLayout) {
        for (index, rect) in state.captionCells(layout) {
            let image = sheet.images[index]
            let isPicked = sheet.picked.contains(image.image.id)
            var style = Style(
                foreground: isPicked ? theme.mutedText : theme.text, background: theme.surround)
            if index == sheet.selection { style = selectionStyle }
            grid.fill(rect, style: style)
            let hint = state.sheetHint(index).map { $0 + " " } ?? ""
            let caption = SheetCaption(image, isPicked: isPicked)
            grid.write(
                hint + caption.text(width: max(0, rect.columns - hint.count)), column: rect.column,
                row: rect.row, style: style, limit: rect.columns)
        }
    }
}

extension AppState {
    /// The thumbnails, or nil while there are none.
    func acceptPane(_ layout: ScreenLayout) -> ImagePane? {
        guard accept.failure == nil, let sheet = accept.sheet, !sheet.images.isEmpty,
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
        return sheet.images.indices.prefix(grid.count).map { index in
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
