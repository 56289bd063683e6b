internal import HumanReview
internal import Screen

extension Painter {
    /// The pane and the side panel, or what stands in their place.
    mutating func drawBody(_ layout: ScreenLayout) {
        let pane = layout.pane
        let style = Style(foreground: theme.mutedText, background: theme.surround)
        grid.fill(pane, style: style)
        grid.fill(layout.panel, style: panelStyle)
        switch state.place {
        case .loading: drawCentered(["Loading"], in: pane, style: style)
        case .empty(let heldByOthers):
            drawCentered(emptyLines(heldByOthers), in: pane, style: style)
        case .failed(let reason):
            var failed = style
            failed.foreground = theme.error
            let lines = TextWrap.lines(reason, width: pane.columns - 8)
            drawCentered(["The queue could not be read", ""] + lines, in: pane, style: failed)
        case .task(let task):
            drawPanel(task, layout)
            drawPlaceholder(task, pane, style)
        }
    }

    private func emptyLines(_ heldByOthers: Int) -> [String] {
        if let queue = state.queue, queue.depth > 0 { return queueLines(queue) }
        if heldByOthers > 0 {
            let images = heldByOthers == 1 ? "1 image is" : "\(heldByOthers) images are"
            return [
                "Nothing to take just now", "", "\(images) with other reviewers;",
                "what they leave comes back here. ] looks again.",
            ]
        }
        let isEmpty = state.summary?.total == 0 && state.accept.sheet?.contents.total ?? 0 == 0
        return [
            "Nothing to review", "",
            isEmpty ? "No image waits for people." : "Every image is answered or confident.",
            "loopbox add PATH brings more.", "] looks again, [ shows your history.",
        ]
    }

    /// What the reviewer waits for, when images still wait for the model.
    private func queueLines(_ queue: QueueProgress) -> [String] {
        let images = queue.depth == 1 ? "1 image is" : "\(queue.depth) images are"
        let model = queue.model.map { "Model \($0)" } ?? "A model"
        return [
            "Nothing to review yet", "", "\(images) in the queue. \(model) looks at them,",
            "\(Rate.text(queue.rate)); what it is unsure of comes here by itself.",
        ]
    }

    /// What stands in the pane while there is no photo in it.
    private mutating func drawPlaceholder(_ task: TaskState, _ pane: CellRect, _ style: Style) {
        guard task.raster == nil else { return }
        guard let failure = task.photoFailure else {
            return drawCentered(["Loading \(task.image.fileName)"], in: pane, style: style)
        }
        var failed = style
        failed.foreground = theme.error
        let reason = TextWrap.lines(failure, width: pane.columns - 8)
        drawCentered(
            ["This photo cannot be shown", ""] + reason
                + ["", "s skips the image; the queue goes on"], in: pane, style: failed)
    }
}
