/// Why something cannot be rendered, before it is known where in the template.
struct LiquidFailure: Error {
    var reason: String

    init(_ reason: String) { self.reason = reason }
}
