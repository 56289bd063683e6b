internal import HumanReview

/// One entry of a panel's table.
struct DashboardCell: Hashable {
    var content: Content
    var tone: Tone

    /// What is drawn.
    enum Content: Hashable {
        case text(String)
        /// A bar over what is left of the panel's width.
        case bar(Double)
        /// A line of heights, one column a value.
        case sparkline([Int])
    }

    /// What a text means, which a theme has a colour for.
    enum Tone: Hashable {
        case plain
        case muted
        case strong
        case good
        case warning
        case bad
        case accent
        /// On a ground between the background and the accent, from 0 to 1.
        case heat(Double)
    }

    static func text(_ text: String, _ tone: Tone = .plain) -> DashboardCell {
        DashboardCell(content: .text(text), tone: tone)
    }

    static func count(_ count: Int, _ tone: Tone = .plain) -> DashboardCell {
        text(Counted.of(count), count == 0 ? .muted : tone)
    }

    static func sparkline(_ values: [Int]) -> DashboardCell {
        DashboardCell(content: .sparkline(values), tone: .accent)
    }

    static func bar(_ share: Double, _ tone: Tone = .accent) -> DashboardCell {
        DashboardCell(content: .bar(share), tone: tone)
    }
}
