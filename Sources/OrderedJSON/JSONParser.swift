/// Reads JSON (RFC 8259) from bytes, bounded in size and depth.
///
/// Repeated names are kept, integers that fit are ``JSONValue/integer(_:)`` and every other number is
/// ``JSONValue/number(_:)``, which is finite. A UTF-8 byte order mark is passed over.
package struct JSONParser: Sendable {
    /// How strictly the grammar is taken.
    package enum Dialect: Hashable, Sendable {
        case standard
        /// As browsers read the literals in AWS's task templates: single quotes, unquoted names and a
        /// trailing comma are accepted as well.
        case lenient
    }

    private let dialect: Dialect
    private let maximumDepth: Int
    private let maximumBytes: Int

    /// A parser.
    ///
    /// - Parameters:
    ///   - dialect: how strictly the grammar is taken.
    ///   - maximumDepth: arrays and objects inside each other.
    ///   - maximumBytes: a longer input is refused before it is looked at.
    package init(
        dialect: Dialect = .standard, maximumDepth: Int = 64, maximumBytes: Int = 16 << 20
    ) {
        self.dialect = dialect
        self.maximumDepth = maximumDepth
        self.maximumBytes = maximumBytes
    }

    /// Reads the one value that the bytes hold.
    package func parse(_ bytes: [UInt8]) throws(JSONParsingError) -> JSONValue {
        var cursor = JSONCursor(
            bytes, isLenient: dialect == .lenient, maximumDepth: maximumDepth)
        guard bytes.count <= maximumBytes else {
            throw cursor.error("\(bytes.count) bytes are more than the \(maximumBytes) allowed")
        }
        return try cursor.document()
    }

    /// Reads the one value that the text holds.
    package func parse(_ text: String) throws(JSONParsingError) -> JSONValue {
        try parse(Array(text.utf8))
    }
}
