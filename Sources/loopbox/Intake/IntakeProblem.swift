/// An input that cannot be used, and why.
nonisolated struct IntakeProblem: Hashable {
    var path: String
    var reason: String
}
