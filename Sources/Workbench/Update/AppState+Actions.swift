internal import HumanReview

extension AppState {
    /// Does what a key or the palette asks for.
    mutating func perform(_ action: Action) -> [Effect] {
        switch (destination, action.topic) {
        case (_, .go): go(to: action)
        case (.accept, _) where action.topic != .program: performInAccept(action)
        case (.loops, _) where action.topic != .program: performInLoops(action)
        case (.disputes, _) where action.topic != .program: performInDisputes(action)
        case (.history, _) where action.topic != .program || action == .back:
            performInHistory(action)
        default: performInReview(action)
        }
    }

    private mutating func performInReview(_ action: Action) -> [Effect] {
        switch action.topic {
        case .program: performInProgram(action)
        case .image where accept.visit != nil: visitNeighbour(by: action == .nextImage ? 1 : -1)
        case .image: action == .nextImage ? goToNextImage() : goToPreviousImage()
        case .view: performInView(action)
        case .answer, .box, .draw, .label, .loops, .teams, .go:
            task == nil ? [] : performOnTask(action)
        case .sheet: []
        }
    }

    private mutating func performInProgram(_ action: Action) -> [Effect] {
        switch action {
        case .instructions: popup = task == nil ? nil : .instructions(scroll: 0)
        case .palette: popup = .palette(Popup.ListSearch())
        case .help: popup = .help(Popup.ListSearch())
        case .redraw: return [.redraw]
        case .back: return goBack()
        case .quit: return isVisiting ? goBackFromVisit() : quit()
        default: break
        }
        return []
    }

    private mutating func performOnTask(_ action: Action) -> [Effect] {
        switch action.topic {
        case .answer: performAnswer(action)
        case .draw: performDrawing(action)
        case .label: performLabel(action)
        default: performBox(action)
        }
    }

    private mutating func performAnswer(_ action: Action) -> [Effect] {
        switch action {
        case .confirm: return confirm()
        case .submit: return submit()
        case .reject: return reject()
        case .decline: return skip(.decline)
        default:
            guard task?.isEditable == true else {
                return isPreviewing ? endVisit() : explainReadOnly()
            }
            popup = .skip
            return []
        }
    }

    private mutating func performLabel(_ action: Action) -> [Effect] {
        guard let quick = action.quickClass else {
            chooseClass()
            return []
        }
        guard quickClasses.indices.contains(quick) else { return [] }
        return choose(label: quickClasses[quick])
    }

    private mutating func performBox(_ action: Action) -> [Effect] {
        if let step = action.step { return move(step) }
        switch action {
        case .nextBox: select(offset: 1)
        case .previousBox: select(offset: -1)
        case .hint: beginJump()
        case .resize: beginResizing()
        case .copy: copy()
        default: return edit(action)
        }
        return []
    }

    private mutating func edit(_ action: Action) -> [Effect] {
        guard task?.isEditable == true else { return explainReadOnly() }
        switch action {
        case .delete: return delete()
        case .paste: return pasteBox()
        case .repeatEdit: return repeatOperation()
        case .undo: return undo()
        case .redo: return redo()
        case .lowerThreshold: return changeThreshold(by: -1)
        case .raiseThreshold: return changeThreshold(by: 1)
        default: return []
        }
    }

    private mutating func goBack() -> [Effect] {
        if destination == .accept { return goBackInAccept() }
        message = nil
        if destination == .loops { return goBackInLoops() }
        guard let mode = task?.mode, mode != .normal else { return goBackFromVisit() }
        withTask { task in
            task.endGesture()
            task.mode = .normal
        }
        return []
    }
}
