/// A rate as the screen writes it.
enum Rate {
    /// `8.3/s`: one decimal below ten, none from there on.
    static func text(_ perSecond: Double) -> String {
        let tenths = Int((min(max(perSecond, 0), 1e6) * 10).rounded())
        return tenths < 100 ? "\(tenths / 10).\(tenths % 10)/s" : "\((tenths + 5) / 10)/s"
    }
}
