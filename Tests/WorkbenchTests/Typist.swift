import HumanReview
import Screen
import Workbench

/// Somebody at the keys of a screen.
protocol Typist {
    var state: AppState { get }

    /// Lets an event arrive, and answers the effects that come of it.
    mutating func send(_ event: Event)
}

extension Typist {
    var screen: [String] { render(state).cells.text }
    var message: String { state.message?.text ?? "" }

    /// Presses keys named as the help names them, parted by spaces, half a second apart.
    mutating func press(_ keys: String) {
        for name in keys.split(separator: " ") {
            guard let key = Key(name: String(name)) else { continue }
            pass(milliseconds: 500)
            send(.key(key))
        }
    }

    mutating func type(_ text: String) {
        for character in text { send(.key(.character(character))) }
    }

    mutating func pass(milliseconds: Int64) {
        send(.clock(Timestamp(milliseconds: state.now.milliseconds + milliseconds)))
    }
}
