/// Everything a key, the palette or a click can ask for.
///
/// Raw values name actions in keymap files.
package enum Action: String, Hashable, Sendable, CaseIterable {
    case confirm = "confirm"
    case submit = "submit"
    case reject = "reject"
    case skip = "skip"
    case decline = "decline"
    case nextImage = "next-image"
    case previousImage = "previous-image"
    case nextBox = "next-box"
    case previousBox = "previous-box"
    case hint = "hint"
    case left = "left"
    case down = "down"
    case up = "up"
    case right = "right"
    case farLeft = "far-left"
    case farDown = "far-down"
    case farUp = "far-up"
    case farRight = "far-right"
    case resize = "resize"
    case draw = "draw"
    case extremePoints = "extreme-points"
    case chooseClass = "choose-class"
    case quickClass1 = "class-1"
    case quickClass2 = "class-2"
    case quickClass3 = "class-3"
    case quickClass4 = "class-4"
    case quickClass5 = "class-5"
    case quickClass6 = "class-6"
    case quickClass7 = "class-7"
    case quickClass8 = "class-8"
    case quickClass9 = "class-9"
    case quickClass10 = "class-10"
    case delete = "delete"
    case copy = "copy"
    case paste = "paste"
    case repeatEdit = "repeat"
    case undo = "undo"
    case redo = "redo"
    case lowerThreshold = "lower-threshold"
    case raiseThreshold = "raise-threshold"
    case pickOff = "pick-off"
    case acceptSheet = "accept-sheet"
    case sendToReview = "send-to-review"
    case undoSheet = "undo-sheet"
    case selectRange = "select-range"
    case selectAll = "select-all"
    case openImage = "open-image"
    case nextSheet = "next-sheet"
    case previousSheet = "previous-sheet"
    case changeOrder = "change-order"
    case filterClass = "filter-class"
    case filterModel = "filter-model"
    case largerCells = "larger-cells"
    case smallerCells = "smaller-cells"
    case zoomIn = "zoom-in"
    case zoomOut = "zoom-out"
    case zoomFit = "zoom-fit"
    case zoomBox = "zoom-box"
    case zoomActual = "zoom-actual"
    case panLeft = "pan-left"
    case panDown = "pan-down"
    case panUp = "pan-up"
    case panRight = "pan-right"
    case goToReview = "go-review"
    case goToAccept = "go-accept"
    case goToLoops = "go-loops"
    case showDashboard = "show-dashboard"
    case showList = "show-list"
    case nextFigure = "next-figure"
    case previousFigure = "previous-figure"
    case nextFigures = "next-figures"
    case previousFigures = "previous-figures"
    case openFigure = "open-figure"
    case instructions = "instructions"
    case palette = "palette"
    case help = "help"
    case redraw = "redraw"
    case place = "place"
    case otherCorner = "other-corner"
    case back = "back"
    case quit = "quit"

    /// What the action does, in the words of the help, the palette and the README's table.
    package var summary: String { description.summary }

    /// The action in a word or two, as the footer and the palette name it.
    package var name: String { String(rawValue.map { $0 == "-" ? " " : $0 }) }

    /// The part of the help the action stands in.
    package var topic: Topic { description.topic }

    /// The quick class an action chooses, from 0, or nil for other actions.
    package var quickClass: Int? {
        guard rawValue.hasPrefix("class-") else { return nil }
        return Int(rawValue.dropFirst(6)).map { $0 - 1 }
    }
}
