extension XMLElement {
    /// Reads a file's root element.
    ///
    /// Document types are refused and with them every entity but XML's own five, so that a file can
    /// neither name another file nor grow while it is read.
    ///
    /// - Throws: ``DatasetFormatError``.
    init(contentsOf bytes: [UInt8], source: String) throws {
        guard bytes.count <= Self.byteLimit else {
            throw DatasetFormatError(
                source: source, line: 1, reason: "longer than \(Self.byteLimit) bytes")
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw DatasetFormatError(source: source, line: 1, reason: "not UTF-8 text")
        }
        var scanner = XMLScanner(bytes: bytes, source: source)
        var open: [XMLElement] = []
        while let token = try scanner.next(isInside: !open.isEmpty) {
            switch token {
            case .text(let text): open[open.count - 1].text += text
            case .start(let name, let line, let isEmpty):
                guard open.count < Self.depthLimit else {
                    throw scanner.error("more than \(Self.depthLimit) elements in each other")
                }
                open.append(XMLElement(name: name, line: line))
                guard isEmpty else { continue }
                if let root = Self.close(&open) {
                    self = try Self.finish(root, &scanner)
                    return
                }
            case .end(let name):
                guard let last = open.last, last.name == name else {
                    throw scanner.error("</\(name.prefix(40))> closes no open element")
                }
                if let root = Self.close(&open) {
                    self = try Self.finish(root, &scanner)
                    return
                }
            }
        }
        throw scanner.error(
            open.last.map { "<\($0.name.prefix(40))> is not closed" } ?? "no element")
    }

    /// Moves the innermost open element into the one round it; the root when there is none.
    private static func close(_ open: inout [XMLElement]) -> XMLElement? {
        guard let last = open.popLast() else { return nil }
        guard !open.isEmpty else { return last }
        open[open.count - 1].children.append(last)
        return nil
    }

    private static func finish(
        _ root: XMLElement, _ scanner: inout XMLScanner
    ) throws -> XMLElement {
        guard try scanner.next(isInside: false) == nil else {
            throw scanner.error("something follows </\(root.name.prefix(40))>")
        }
        return root
    }
}
