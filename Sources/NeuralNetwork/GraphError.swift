/// Why a graph cannot be understood or run.
package struct GraphError: Error, Equatable, CustomStringConvertible {
    /// The node at fault; nil when it is none in particular.
    package let node: String?
    /// What is wrong, and what would be right.
    package let reason: String

    /// An error.
    package init(node: String? = nil, _ reason: String) {
        self.node = node
        self.reason = reason
    }

    package var description: String {
        node.map { "node '\($0)': \(reason)" } ?? reason
    }
}
