package import HumanReview

/// The loops that were selected: some by name, or all of the list but for some.
package struct LoopMarks: Hashable, Sendable {
    /// Whether everything is selected that the filter lets through, on the screen or not.
    package var isEverything = false
    /// Loops selected or, of everything, those that are not.
    package var names: Set<String> = []

    /// Nothing selected.
    package init() {}

    package var isEmpty: Bool { !isEverything && names.isEmpty }

    /// Whether a loop is selected.
    package func contains(_ name: String) -> Bool { names.contains(name) != isEverything }

    /// Selects a loop, or no longer.
    package mutating func toggle(_ name: String) {
        if names.remove(name) == nil { names.insert(name) }
    }

    /// Selects a loop or not.
    package mutating func set(_ name: String, _ isSelected: Bool) {
        if isSelected == isEverything { names.remove(name) } else { names.insert(name) }
    }

    /// What an action on the selection is for.
    package func selection(in filter: LoopFilter) -> LoopSelection {
        isEverything ? .matching(filter, except: names) : .named(names.sorted())
    }
}
