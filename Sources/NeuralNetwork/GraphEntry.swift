/// One output of one node.
package struct GraphEntry: Hashable, Sendable {
    /// The node's position in ``Graph/nodes``.
    package var node: Int
    /// Which of the node's outputs.
    package var output: Int
    /// 1 where the operator changes what it reads (batch normalization's statistics), else 0.
    package var version: Int

    /// An entry.
    package init(node: Int, output: Int = 0, version: Int = 0) {
        self.node = node
        self.output = output
        self.version = version
    }
}
