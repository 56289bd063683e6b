/// Why a worker task template is refused or does not render, and where in its source.
package struct TaskTemplateError: Error, Hashable, Sendable, CustomStringConvertible {
    /// From 1.
    package var line: Int
    /// From 1, counted in Unicode scalars.
    package var column: Int
    /// The cause and, where there is one, the next step.
    package var reason: String

    /// An error at a place of the template.
    package init(line: Int, column: Int, reason: String) {
        self.line = line
        self.column = column
        self.reason = reason
    }

    package var description: String { "line \(line), column \(column): \(reason)" }

    /// What DescribeHumanLoop says of a loop whose template does not render (contract §1.3); its failure
    /// code is `ValidationError`.
    package var failureReason: String {
        "Task failed to render: [ InvalidParameters: '\(reason)' ]"
    }
}
