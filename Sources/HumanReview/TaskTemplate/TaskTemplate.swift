package import OrderedJSON

/// A worker task template as AWS ships them: a `crowd-form` with a `crowd-bounding-box` and its
/// instructions, in HTML with Liquid (contract §4).
package struct TaskTemplate: Hashable, Sendable {
    /// The service's limit, in characters.
    package static let maximumLength = 128_000

    private let liquid: LiquidTemplate
    /// Of the `crowd-bounding-box`, where what is wrong with its values is reported.
    private let boxOffset: Int

    /// Reads a template and checks all that does not depend on a task's input.
    package init(source: String) throws(TaskTemplateError) {
        let source = TemplateSource(source)
        let length = source.text(source.bytes.indices).unicodeScalars.count
        guard length <= Self.maximumLength else {
            throw source.error(
                "\(length) characters are more than the \(Self.maximumLength) allowed", at: 0)
        }
        liquid = try LiquidTemplate(source)
        boxOffset = try TemplateStructure.check(source)
    }

    /// The template's source.
    package var source: String { liquid.source.text(liquid.source.bytes.indices) }

    /// Fills the template in for a loop's InputContent, which the template knows as `task.input`.
    package func render(input: JSONValue) throws(TaskTemplateError) -> RenderedTask {
        let markup = try liquid.render(input: input)
        do {
            return try RenderedMarkup(markup).task()
        } catch {
            throw liquid.source.error(error.reason, at: boxOffset)
        }
    }
}
