package import HumanReview
import Synchronization

/// Renders with the flow's own worker task template, which is read once and kept.
package final class TemplateRendering: Sendable {
    private let latest = Mutex<TaskTemplate?>(nil)

    /// A renderer that has read no template yet.
    package init() {}

    /// Renders a flow's template for a loop.
    ///
    /// - Throws: ``TaskTemplateError``, when the loop cannot be reviewed.
    package func render(_ flow: FlowDefinition, input: InputContent) throws(TaskTemplateError)
        -> RenderedTask
    {
        try template(flow.template).render(input: input.json)
    }

    private func template(_ source: String) throws(TaskTemplateError) -> TaskTemplate {
        if let template = latest.withLock({ $0 }), template.source == source { return template }
        let template = try TaskTemplate(source: source)
        latest.withLock { $0 = template }
        return template
    }
}
