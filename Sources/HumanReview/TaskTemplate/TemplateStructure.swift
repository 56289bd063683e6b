/// What can be said of a template's elements before it is filled in.
struct TemplateStructure {
    /// Elements the terminal can show; others of the crowd's ask for answers it cannot give.
    private static let knownElements: Set<String> = [
        "crowd-form", "crowd-bounding-box", "short-instructions", "full-instructions",
        "crowd-alert", "crowd-badge", "crowd-button", "crowd-card", "crowd-icon",
        "crowd-icon-button", "crowd-tab", "crowd-tabs", "crowd-toast", "crowd-modal",
    ]
    private static let requiredAttributes = ["name", "src", "header", "labels"]

    private let source: TemplateSource
    private var openForms = 0
    private var boxOffset: Int?

    private init(source: TemplateSource) { self.source = source }

    /// Checks a template and tells where its `crowd-bounding-box` is.
    static func check(_ source: TemplateSource) throws(TaskTemplateError) -> Int {
        var structure = TemplateStructure(source: source)
        var tokenizer = MarkupTokenizer(try maskedMarkup(of: source))
        while let token = tokenizer.next() { try structure.read(token) }
        guard let offset = structure.boxOffset else {
            throw source.error("there is no crowd-bounding-box inside a crowd-form", at: 0)
        }
        return offset
    }

    /// The template with blanks in place of its Liquid, so that every offset stays.
    private static func maskedMarkup(
        of source: TemplateSource
    ) throws(TaskTemplateError) -> [UInt8] {
        var masked = [UInt8](repeating: 0x20, count: source.bytes.count)
        for token in try LiquidLexer.tokens(of: source) {
            guard case .text(let range) = token else { continue }
            masked.replaceSubrange(range, with: source.bytes[range])
        }
        return masked
    }

    private mutating func read(_ token: MarkupToken) throws(TaskTemplateError) {
        switch token {
        case .start(let tag): try open(tag)
        case .end("crowd-form", _): openForms -= 1
        case .unfinished(let offset): throw source.error("the tag has no '>'", at: offset)
        case .end, .text: break
        }
    }

    private mutating func open(_ tag: MarkupTag) throws(TaskTemplateError) {
        if tag.name.contains("-"), !Self.knownElements.contains(tag.name) {
            throw source.error(
                "unknown tag '\(tag.name.prefix(40))'; tasks of this program are crowd-bounding-box "
                    + "inside crowd-form", at: tag.offset)
        }
        if tag.name == "crowd-form" { openForms += 1 }
        if tag.name == "crowd-bounding-box" { try checkBox(tag) }
    }

    private mutating func checkBox(_ tag: MarkupTag) throws(TaskTemplateError) {
        guard openForms > 0 else {
            throw source.error("crowd-bounding-box must be inside a crowd-form", at: tag.offset)
        }
        for name in Self.requiredAttributes where tag.attributes[name] == nil {
            throw source.error("crowd-bounding-box has no attribute '\(name)'", at: tag.offset)
        }
        boxOffset = boxOffset ?? tag.offset
    }
}
