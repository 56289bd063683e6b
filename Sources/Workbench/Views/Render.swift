package import Screen

/// Draws the whole screen; it reads nothing but the state.
package func render(_ state: AppState) -> Frame {
    var painter = Painter(state: state)
    guard let layout = ScreenLayout(state.metrics.size) else {
        painter.drawTooSmall()
        return Frame(cells: painter.grid)
    }
    painter.drawHeader(layout.header)
    switch state.destination {
    case .review: painter.drawBody(layout)
    case .accept: painter.drawAccept(layout)
    case .loops: painter.drawLoops(layout)
    case .disputes: painter.drawDisputes(layout)
    case .history: painter.drawHistory(layout)
    }
    painter.drawStatus(layout.status)
    painter.drawFooter(layout.footer)
    let pane = state.shownPane(layout)
    let covers =
        painter.drawBoxTags(layout) + painter.drawPhotoTags(layout) + painter.drawPopup(layout)
        + painter.drawPopupOfLoops(layout)
    return Frame(
        cells: painter.grid, pane: pane,
        covers: pane == nil ? [] : covers + state.captions(layout), cursor: painter.cursor)
}

extension AppState {
    /// Text that stands between pictures.
    fileprivate func captions(_ layout: ScreenLayout) -> [CellRect] {
        destination == .accept ? captionCells(layout).map(\.rect) : []
    }

    fileprivate func shownPane(_ layout: ScreenLayout) -> ImagePane? {
        switch destination {
        case .review: pane(layout)
        case .accept: acceptPane(layout)
        case .loops, .disputes, .history: loopPhotoPane(layout)
        }
    }
}
