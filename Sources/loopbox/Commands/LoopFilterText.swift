import HumanReview

/// Filters given on the command line.
nonisolated enum LoopFilterText {
    /// The language in a few lines.
    static let help = """
        A filter is terms that must all hold: state:completed,failed  label:dog  score<0.4  score:none  \
        worker:ana (answered)  holder:ana  assigned:ana  held:yes  age>2d (s, min, h, d, w)  \
        created>2026-11-01  completed:2026-11-01  model:V  reason:audit  bulk:yes  disputed:yes  \
        flow:F  image:GLOB  name:PREFIX  sort:age, -age, score, -score. A word is searched for in the \
        names of the images' files; '-' before a term turns it around, and before the first of them \
        goes '--'.
        """

    /// The filter that arguments make together.
    ///
    /// - Throws: ``CommandError`` with the place of the mistake.
    static func filter(_ arguments: [String], order: LoopOrder = .newestFirst) throws -> LoopFilter
    {
        let text = arguments.joined(separator: " ")
        do {
            return try LoopFilter(text, order: order)
        } catch {
            throw CommandError("filter '\(text)', \(error.place): \(error.reason)", status: .usage)
        }
    }
}

nonisolated extension LoopFilterError {
    fileprivate var place: String { "column \(column + 1)" }
}
