/// A key as a plain terminal sends it.
package enum Key: Hashable, Sendable {
    /// A printable character; Shift is in its case. The space bar is `" "`.
    case character(Character)
    /// Control with a letter, in lower case.
    case control(Character)
    case enter
    case escape
    case tab
    case backTab
    case backspace
    case delete
    case up
    case down
    case left
    case right
    case home
    case end
    case pageUp
    case pageDown
    case function(Int)
}
