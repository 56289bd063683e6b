internal import Imaging
internal import HumanReview
internal import Screen

extension Painter {
    /// The line above the footer: what just happened, else what the mode asks for.
    mutating func drawStatus(_ rect: CellRect) {
        grid.fill(rect, style: panelStyle)
        let standing = standing
        let room = rect.columns - DisplayWidth.of(standing.text) - 4
        let line =
            state.message.map { ($0.text, panelStyle(color(of: $0.level), bold: true)) }
            ?? (standingText, panelStyle)
        grid.write(
            " " + DisplayWidth.truncate(line.0, to: room), column: 0, row: rect.row, style: line.1)
        let column = rect.endColumn - DisplayWidth.of(standing.text) - 1
        grid.write(standing.text, column: column, row: rect.row, style: standing.style)
    }

    private func color(of level: Message.Level) -> RGBColor {
        switch level {
        case .information: theme.text
        case .success: theme.success
        case .warning: theme.warning
        case .error: theme.error
        }
    }

    private var standingText: String {
        switch state.destination {
        case .review: modeText
        case .accept: acceptStatus
        case .loops: loopsStatus
        case .disputes: state.disputes.current?.loop.image.path ?? ""
        case .history: state.history.history?.loop.image.path ?? ""
        }
    }

    private var modeText: String {
        switch state.task?.mode {
        case .resize: "Resize: h j k l push an edge out, H J K L pull it in, Esc ends"
        case .drawing(let drawing): drawingText(drawing)
        case .hint: "Jump: type the letters on a box"
        case .normal, .dragging, nil:
            state.task.flatMap { task in
                task.task.correction.map { "Correct: \($0.note)" } ?? task.rejections
            } ?? state.task?.task.instructions.header ?? ""
        }
    }

    private func drawingText(_ drawing: InputMode.Drawing) -> String {
        let what =
            drawing.shape == .twoCorners
            ? (drawing.points.isEmpty ? "first corner" : "opposite corner")
            : "extreme point \(drawing.points.count + 1) of 4"
        return
            "Draw \(state.drawingLabel): \(what) at \(drawing.crosshair.x), \(drawing.crosshair.y)"
    }

    /// Whether the draft is safe, and why nothing can be changed when nothing can.
    private var standing: (text: String, style: Style) {
        if state.destination == .loops, state.loops.mode == .dashboard {
            return (dashboardPage, panelStyle(theme.accent))
        }
        guard state.destination == .review, let task = state.task else { return ("", panelStyle) }
        if state.isPreviewing { return ("only looked at", panelStyle(theme.accent)) }
        if task.leaseLost != nil {
            return ("lease lost · read only", panelStyle(theme.error, bold: true))
        }
        if let holder = task.task.holder {
            return ("held by \(holder.name) · read only", panelStyle(theme.warning, bold: true))
        }
        if task.task.lease == nil {
            return ("\(task.task.loop.status.rawValue) · read only", panelStyle(theme.accent))
        }
        if task.submission != nil { return ("submitting", panelStyle(theme.warning, bold: true)) }
        let unsaved = task.unsaved.count
        return unsaved == 0
            ? ("saved", panelStyle(theme.success))
            : ("\(unsaved) NOT SAVED", panelStyle(theme.error, bold: true))
    }
}
