package import HumanReview

/// What turns a flow's template and a loop's input into what the reviewer reads and starts from.
package protocol TaskRendering: Sendable {
    /// Renders a flow's template for a loop.
    ///
    /// - Throws: ``TaskTemplateError``, when the loop cannot be reviewed.
    func render(_ flow: FlowDefinition, input: InputContent) throws -> RenderedTask
}
