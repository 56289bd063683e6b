/// A variable or an operator in MXNet's vocabulary, as a symbol file has it.
package struct GraphNode: Hashable, Sendable {
    /// MXNet's name of the operator; `null` for a variable.
    package var operatorName: String
    /// Unique in its graph; a variable's is that of its parameter.
    package var name: String
    /// MXNet's attributes, all of them text; see ``Operation`` for what they mean.
    package var attributes: [String: String]
    /// What it reads, in the operator's order.
    package var inputs: [GraphEntry]

    /// A node.
    package init(
        _ operatorName: String, name: String, attributes: [String: String] = [:],
        inputs: [GraphEntry] = []
    ) {
        self.operatorName = operatorName
        self.name = name
        self.attributes = attributes
        self.inputs = inputs
    }

    /// Whether it stands for data or a parameter rather than a computation.
    package var isVariable: Bool { operatorName == "null" }
}
