/// Plain text made of HTML: paragraphs and headings apart, list items marked, white space folded, and
/// no control character but line feeds.
struct PlainText {
    /// UTF-8.
    private var text: [UInt8] = []
    /// Line feeds due before the next character.
    private var breaks = 0
    /// Spaces due before the next character of the same line.
    private var gap = ""
    /// What the next line begins with in place of its indentation.
    private var marker: String?
    /// The enclosing lists: the number of the next item, nil for bullets.
    private var lists: [Int?] = []
    /// Enclosing elements whose white space stands as it is.
    private var preformatted = 0
    /// Enclosing elements that are not shown.
    private var hidden = 0

    /// The text so far.
    var result: String { String(decoding: text, as: UTF8.self) }

    /// The text of a piece of HTML.
    static func of(_ tokens: some Sequence<MarkupToken>) -> String {
        var plain = PlainText()
        for token in tokens { plain.append(token) }
        return plain.result
    }

    /// A text on one line, without characters that a terminal would obey or hide.
    static func withoutControlCharacters(_ text: String) -> String {
        var plain = PlainText()
        plain.append(.text(text))
        return plain.result
    }

    /// Adds the next piece of HTML.
    mutating func append(_ token: MarkupToken) {
        switch token {
        case .text(let text) where hidden == 0: write(text)
        case .start(let tag): open(tag)
        case .end(let name, _): close(name)
        case .text, .unfinished: break
        }
    }

    private static let paragraphs: Set<String> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "dl", "hr", "figure",
        "section", "article", "crowd-alert", "crowd-card",
    ]
    private static let lines: Set<String> = [
        "div", "br", "tr", "dt", "dd", "header", "footer", "figcaption", "caption", "main", "nav",
        "aside", "summary", "details", "form",
    ]
    private static let unseen: Set<String> = ["template", "head", "noscript", "select", "svg"]

    private mutating func open(_ tag: MarkupTag) {
        switch tag.name {
        case "ul": openList(at: nil)
        case "ol": openList(at: tag.attributes["start"].flatMap { Int($0) } ?? 1)
        case "li": openItem()
        case "pre":
            breakLine(2)
            preformatted += 1
        case "td", "th": gap = "  "
        case "img" where hidden == 0: tag.attributes["alt"].map { write($0) }
        case let name where Self.unseen.contains(name): hidden += 1
        case let name: breakLine(around: name)
        }
    }

    private mutating func close(_ name: String) {
        switch name {
        case "ul", "ol":
            _ = lists.popLast()
            breakLine(lists.isEmpty ? 2 : 1)
        case "li": breakLine(1)
        case "pre":
            preformatted = max(0, preformatted - 1)
            breakLine(2)
        case _ where Self.unseen.contains(name): hidden = max(0, hidden - 1)
        default: breakLine(around: name)
        }
    }

    private mutating func openList(at number: Int?) {
        breakLine(lists.isEmpty ? 2 : 1)
        lists.append(number)
    }

    private mutating func openItem() {
        breakLine(1)
        if lists.isEmpty { lists.append(nil) }
        let number = lists[lists.count - 1]
        marker = indentation(lists.count - 1) + (number.map { "\($0). " } ?? "· ")
        lists[lists.count - 1] = number.map { $0 &+ 1 }
    }

    private mutating func breakLine(around name: String) {
        if Self.paragraphs.contains(name) {
            breakLine(lists.isEmpty ? 2 : 1)
        } else if Self.lines.contains(name) {
            breakLine(1)
        }
    }

    private mutating func breakLine(_ count: Int) {
        breaks = max(breaks, count)
        gap = ""
    }

    private func indentation(_ depth: Int) -> String {
        String(repeating: "  ", count: min(depth, 8))
    }

    private mutating func write(_ words: String) {
        for scalar in words.unicodeScalars {
            if preformatted > 0, scalar == "\n" {
                breaks += 1
            } else if Self.isWhitespace(scalar) {
                gap = preformatted > 0 ? gap + " " : gap.isEmpty ? " " : gap
            } else if Self.isVisible(scalar) {
                flush()
                if scalar.isASCII {
                    text.append(UInt8(truncatingIfNeeded: scalar.value))
                } else {
                    text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
                }
            }
        }
    }

    /// Of ASCII without Unicode's tables, which for a template's instructions take longer than all else.
    private static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII else { return scalar.properties.isWhitespace }
        return scalar == " " || (0x09...0x0D).contains(scalar.value)
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value > 0x20 && scalar.value < 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned: return false
        default: return true
        }
    }

    /// Writes what is due before a character.
    private mutating func flush() {
        guard breaks > 0 || text.isEmpty || !gap.isEmpty else { return }
        if breaks > 0 || text.isEmpty {
            if !text.isEmpty { text += repeatElement(UInt8(ascii: "\n"), count: breaks) }
            text += (marker ?? indentation(lists.count)).utf8
            (breaks, marker) = (0, nil)
            if preformatted == 0 { gap = "" }
        }
        text += gap.utf8
        gap = ""
    }
}
