/// Something the mouse did.
package struct MouseEvent: Hashable, Sendable {
    /// The kinds of change a terminal reports.
    package enum Action: Hashable, Sendable {
        case press(Button)
        case release(Button)
        /// Motion with a button held.
        case drag(Button)
        /// Motion with none held.
        case move
        case wheelUp
        case wheelDown
    }

    /// The buttons a terminal tells apart.
    package enum Button: Hashable, Sendable {
        case left
        case middle
        case right
    }

    package var action: Action
    /// Pixels from the screen's top left; a terminal that knows only cells gives the cell's centre.
    package var x: Int
    package var y: Int
    /// Whether ``x`` and ``y`` are exact rather than the centre of a cell.
    package var isPixelExact: Bool
    package var shift: Bool

    /// A mouse event.
    package init(
        action: Action, x: Int, y: Int, isPixelExact: Bool = true, shift: Bool = false
    ) {
        self.action = action
        self.x = x
        self.y = y
        self.isPixelExact = isPixelExact
        self.shift = shift
    }
}
