import Annotations

/// The classes the digits choose.
nonisolated enum QuickClasses {
    /// How many digits there are.
    static let count = 10

    /// The flow's first ten classes, in which those used lately beyond them, the most used first, take
    /// the places of classes not used lately, from the last place backwards: a digit keeps its class
    /// while that class is in use.
    ///
    /// - Parameters:
    ///   - labels: the flow's classes.
    ///   - used: classes used lately, the most used first; those the flow does not have are passed over.
    /// - Returns: at most ten classes, that of the digit 1 first.
    static func chosen(from labels: LabelMap, usedLately used: [String]) -> [String] {
        var classes = Array(labels.names.prefix(count))
        let others = used.filter { labels.classID(of: $0) != nil && !classes.contains($0) }
        let unused = classes.indices.reversed().filter { !used.contains(classes[$0]) }
        for (place, label) in zip(unused, others) { classes[place] = label }
        return classes
    }
}
