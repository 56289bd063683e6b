package import Annotations

/// What a rendered worker task template tells the reviewer, as plain text without control characters
/// other than line feeds.
package struct TaskInstructions: Hashable, Sendable {
    /// The text above the image.
    package var header: String
    package var labels: LabelMap
    package var shortInstructions: String
    package var fullInstructionsHeader: String
    package var fullInstructions: String

    /// Rendered instructions.
    package init(
        header: String, labels: LabelMap, shortInstructions: String = "",
        fullInstructionsHeader: String = "", fullInstructions: String = ""
    ) {
        self.header = header
        self.labels = labels
        self.shortInstructions = shortInstructions
        self.fullInstructionsHeader = fullInstructionsHeader
        self.fullInstructions = fullInstructions
    }
}
