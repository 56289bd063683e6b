internal import HumanReview
internal import Screen

extension AppState {
    /// Does what a key asks for on the list.
    mutating func performInLoopList(_ action: Action) -> [Effect] {
        switch action {
        case .nextRow, .previousRow, .nextPage, .previousPage, .firstRow, .lastRow:
            moveLoopCursor(action)
        case .editFilter: loops.list.isEditing = true
        case .changeSort: return changeLoopOrder()
        case .openLoop: return openLoop()
        case .selectLoop: selectLoop()
        case .selectRange: selectLoopRange()
        case .selectAll: selectAllLoops()
        default: return performOnLoops(action)
        }
        return []
    }

    /// Does what a key asks for to the selected loops or the one that is looked at.
    mutating func performOnLoops(_ action: Action) -> [Effect] {
        switch action {
        case .stopLoops: return ask(.stop)
        case .releaseLoops: return ask(.release)
        case .reopenLoops: return ask(.reopen)
        case .reassignLoops: return chooseWorker()
        case .undo:
            loops.list.works += 1
            return [.loops(.undoAction)]
        case .savedFilters: return [.loops(.listSavedFilters)]
        case .exportLoops: askForExportPath()
        case .sendBack: return offerSendingBackLoop()
        case .reviewLoop: return visitLoop()
        default: break
        }
        return []
    }

    // MARK: - Moving

    /// Rows of the list in sight.
    var loopRowsInSight: Int { max(1, metrics.size.rows - 3 - LoopListLayout.rowsAbove) }

    private mutating func moveLoopCursor(_ action: Action) {
        let page = max(1, loopRowsInSight - 1)
        switch action {
        case .nextRow: moveLoopCursor(to: loops.list.cursor + 1)
        case .previousRow: moveLoopCursor(to: loops.list.cursor - 1)
        case .nextPage: moveLoopCursor(to: loops.list.cursor + page)
        case .previousPage: moveLoopCursor(to: loops.list.cursor - page)
        case .firstRow: moveLoopCursor(to: 0)
        default: moveLoopCursor(to: loops.list.rows.count - 1)
        }
    }

    /// Puts the cursor on a row of those that were read, and a range with it.
    mutating func moveLoopCursor(to row: Int) {
        let target = max(0, min(row, loops.list.rows.count - 1))
        if let anchor = loops.list.anchor { extendRange(from: anchor, to: target) }
        loops.list.cursor = target
        keepLoopInSight()
    }

    /// Scrolls just as far as it takes to have the cursor in sight.
    mutating func keepLoopInSight() {
        let rows = loopRowsInSight
        let top = min(loops.list.top, loops.list.cursor)
        loops.list.top = max(top, loops.list.cursor - rows + 1, 0)
    }

    // MARK: - Selecting

    private mutating func selectLoop() {
        guard let name = loops.list.current?.loop.name else { return }
        loops.list.anchor = nil
        loops.list.marks.toggle(name)
        moveLoopCursor(to: loops.list.cursor + 1)
    }

    private mutating func selectLoopRange() {
        guard loops.list.anchor == nil, let name = loops.list.current?.loop.name else {
            loops.list.anchor = nil
            return
        }
        loops.list.anchor = loops.list.cursor
        loops.list.marks.set(name, true)
    }

    /// Rows the cursor comes over are selected, those it goes back over are not.
    private mutating func extendRange(from anchor: Int, to target: Int) {
        let old = min(anchor, loops.list.cursor)...max(anchor, loops.list.cursor)
        let new = min(anchor, target)...max(anchor, target)
        for index in old where loops.list.rows.indices.contains(index) {
            loops.list.marks.set(loops.list.rows[index].loop.name, false)
        }
        for index in new where loops.list.rows.indices.contains(index) {
            loops.list.marks.set(loops.list.rows[index].loop.name, true)
        }
    }

    private mutating func selectAllLoops() {
        let isAll = loops.list.marks.isEverything && loops.list.marks.names.isEmpty
        loops.list.anchor = nil
        loops.list.marks = LoopMarks()
        loops.list.marks.isEverything = !isAll
    }

    // MARK: - The mouse

    /// A click puts the cursor on a row, or opens the one it is on; the wheel moves it.
    mutating func handleInLoopList(_ mouse: MouseEvent) -> [Effect] {
        switch mouse.action {
        case .wheelUp: moveLoopCursor(to: loops.list.cursor - 3)
        case .wheelDown: moveLoopCursor(to: loops.list.cursor + 3)
        case .press(.left):
            let row = mouse.y / max(1, metrics.cellHeight) - 1 - LoopListLayout.rowsAbove
            let target = loops.list.top + row
            guard row >= 0, row < loopRowsInSight, loops.list.rows.indices.contains(target) else {
                return []
            }
            if target == loops.list.cursor { return openLoop() }
            moveLoopCursor(to: target)
        default: break
        }
        return []
    }
}
