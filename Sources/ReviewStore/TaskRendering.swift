package import HumanReview

/// What turns a flow's template and a loop's input into what the reviewer reads and starts from.
package protocol TaskRendering: Sendable {
    /// Renders a flow's template for a loop.
    ///
    /// - Throws: an error whose description is a reason to fail the loop with.
    func render(_ flow: FlowDefinition, input: InputContent) throws -> Rendering
}

/// A template rendered for one loop.
package struct Rendering: Hashable, Sendable {
    package var instructions: TaskInstructions
    /// The template's `initial-value`, or nil when it has none and the proposals are the start.
    package var initialBoxes: [ReviewBox]?

    /// A rendering.
    package init(instructions: TaskInstructions, initialBoxes: [ReviewBox]? = nil) {
        self.instructions = instructions
        self.initialBoxes = initialBoxes
    }
}

/// Instructions from the flow's own fields, without reading its template.
package struct PlainRendering: TaskRendering {
    /// A renderer that never fails.
    package init() {}

    package func render(_ flow: FlowDefinition, input: InputContent) -> Rendering {
        Rendering(
            instructions: TaskInstructions(
                header: flow.taskTitle, labels: flow.labels,
                shortInstructions: flow.taskDescription))
    }
}
