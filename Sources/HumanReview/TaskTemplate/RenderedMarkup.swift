internal import Annotations
internal import OrderedJSON

/// The elements of a filled-in template, read for what they tell the reviewer.
struct RenderedMarkup {
    private var box: MarkupTag?
    private var boxCount = 0
    private var fullInstructionsHeader = ""
    /// What is inside of `short-instructions` and `full-instructions`.
    private var regions: [String: PlainText] = [:]
    private var openRegion: String?

    init(_ markup: String) {
        for token in MarkupTokenizer.tokens(of: markup) { read(token) }
    }

    private static let regionNames: Set<String> = ["short-instructions", "full-instructions"]

    private mutating func read(_ token: MarkupToken) {
        switch token {
        case .start(let tag) where Self.regionNames.contains(tag.name):
            openRegion = tag.name
            if tag.name == "full-instructions" {
                fullInstructionsHeader = tag.attributes["header"] ?? ""
            }
        case .start(let tag) where tag.name == "crowd-bounding-box":
            boxCount += 1
            box = box ?? tag
        case .end(let name, _) where name == openRegion: openRegion = nil
        default:
            guard let openRegion else { return }
            regions[openRegion, default: PlainText()].append(token)
        }
    }

    /// The task, or why it is none.
    func task() throws(LiquidFailure) -> RenderedTask {
        guard let attributes = box?.attributes, boxCount == 1 else {
            throw LiquidFailure("\(boxCount) crowd-bounding-box elements where a task has one")
        }
        let labels = try LabelList.read(attributes["labels"] ?? "")
        let instructions = TaskInstructions(
            header: PlainText.withoutControlCharacters(attributes["header"] ?? ""),
            labels: labels,
            shortInstructions: regions["short-instructions"]?.result ?? "",
            fullInstructionsHeader: PlainText.withoutControlCharacters(fullInstructionsHeader),
            fullInstructions: regions["full-instructions"]?.result ?? "")
        return RenderedTask(
            instructions: instructions,
            name: PlainText.withoutControlCharacters(attributes["name"] ?? ""),
            imageURI: attributes["src"] ?? "",
            initialBoxes: try attributes["initial-value"].map { (text) throws(LiquidFailure) in
                try InitialValue.read(text, labels: labels)
            })
    }
}
