/// An element of an XML 1.0 file with its text and children; attributes, comments and instructions
/// are passed over.
struct XMLElement: Hashable {
    /// The largest file that is read.
    static let byteLimit = 4_194_304
    /// How many elements may lie inside each other.
    static let depthLimit = 32

    var name: String
    /// The line of its start tag, from 1.
    var line: Int
    /// The element's own character data, references replaced.
    var text = ""
    var children: [XMLElement] = []

    /// The first child of a name.
    func child(_ name: String) -> XMLElement? {
        children.first { $0.name == name }
    }

    /// The text without the blanks and line ends round it.
    var trimmedText: String {
        let isBlank = { (scalar: Unicode.Scalar) in [" ", "\t", "\r", "\n"].contains(scalar) }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}
