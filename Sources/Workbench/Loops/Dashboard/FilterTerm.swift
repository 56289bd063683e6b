/// A term of the list's filter language.
enum FilterTerm {
    /// `key:value`, in quotes where the value would read otherwise.
    static func of(_ key: String, _ value: String) -> String {
        let isPlain = value.unicodeScalars.allSatisfy {
            !$0.properties.isWhitespace && !"\"\\,:<>=".unicodeScalars.contains($0)
        }
        guard !isPlain || value.isEmpty || value.hasPrefix("-") else { return "\(key):\(value)" }
        let escaped = value.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
        return "\(key):\"\(escaped)\""
    }
}
