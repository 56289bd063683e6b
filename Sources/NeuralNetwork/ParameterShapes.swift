/// The shapes of a graph's parameters by name, parted as ``ParameterSet`` parts them.
package struct ParameterShapes: Equatable, Sendable {
    package var arguments: [String: [Int]]
    package var statistics: [String: [Int]]

    /// Shapes.
    package init(arguments: [String: [Int]] = [:], statistics: [String: [Int]] = [:]) {
        self.arguments = arguments
        self.statistics = statistics
    }
}
