internal import OrderedJSON

/// A parsed template in the subset of Liquid that worker task templates use (contract §4.3).
struct LiquidTemplate: Hashable, Sendable {
    let source: TemplateSource
    private let nodes: [LiquidNode]

    init(_ source: TemplateSource) throws(TaskTemplateError) {
        self.source = source
        var parser = try LiquidParser(source)
        nodes = try parser.template()
    }

    /// The text of the template for a task's input, which it knows as `task.input`.
    func render(input: JSONValue) throws(TaskTemplateError) -> String {
        let task = JSONValue.object([JSONValue.Member("input", input)])
        var renderer = LiquidRenderer(source, variables: ["task": task])
        _ = try renderer.render(nodes)
        return renderer.output
    }
}
