extension LoopFilter {
    /// The text of a filter that lets through what all of some conditions hold of.
    package static func text(_ conditions: LoopCondition...) -> String {
        LoopFilter(terms: conditions.map { Term($0) }).description
    }
}
