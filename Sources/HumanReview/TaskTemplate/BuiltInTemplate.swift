package import Annotations
internal import OrderedJSON

/// The worker task template of a flow that was given none.
package enum BuiltInTemplate {
    package static let taskTitle = "Check the boxes around objects"
    package static let taskDescription =
        "Correct a detector's boxes until every object of the classes has one tight box."

    /// The template's Liquid source for a list of classes; advice about a class is there when the class is.
    package static func source(labels: LabelMap = .pascalVOC) -> String {
        """
        <crowd-form>
          <crowd-bounding-box
            name="annotatedResult"
            src="{{ task.input.taskObject | grant_read_access }}"
            header="Draw one tight box around every object of the classes"
            labels="\(attribute(labels))"
            initial-value="{{ task.input.boundingBoxes | to_json }}"
          >
            <full-instructions header="How to draw the boxes">
        \(rules)\(advice(for: labels))\(rejection)
            </full-instructions>
            <short-instructions>
        \(summary)
            </short-instructions>
          </crowd-bounding-box>
        </crowd-form>

        """
    }

    /// The labels as an attribute's value, in which no label can begin Liquid.
    private static func attribute(_ labels: LabelMap) -> String {
        let json = JSONWriter(style: .python).write(.array(labels.names.map(JSONValue.string)))
        let withoutBraces = TextSearch.split(json, by: "{").joined(separator: "\\u007b")
        return MarkupText.escape(withoutBraces)
    }

    private static func advice(for labels: LabelMap) -> String {
        let items = classAdvice.filter { advice in
            advice.classes.contains { labels.classID(of: $0) != nil }
        }
        guard !items.isEmpty else { return "" }
        return "<h2>Which class</h2>\n<ul>\n"
            + items.map { "<li><b>\($0.title):</b> \($0.text)</li>\n" }.joined() + "</ul>\n"
    }
}
