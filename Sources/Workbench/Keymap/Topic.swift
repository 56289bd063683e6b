/// The parts of the help, in their order.
package enum Topic: String, Hashable, Sendable, CaseIterable {
    case go = "Go to"
    case answer = "Answer"
    case image = "Images"
    case box = "Boxes"
    case draw = "Draw"
    case label = "Classes"
    case sheet = "Sheets"
    case view = "View"
    case loops = "Loops"
    case teams = "Disputes"
    case program = "Program"
}
