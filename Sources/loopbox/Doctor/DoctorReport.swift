import OrderedJSON

/// What the surveys found: sections of named values, as JSON and as lines.
nonisolated struct DoctorReport {
    /// Objects by name.
    var sections: [JSONValue.Member]

    /// Members that list what is wrong, each with what to do about it: too long to stand side by side.
    private static let findings: Set = ["modes", "integrity"]

    /// The sections one below the other, a value a line, and so is each finding.
    var lines: [String] {
        sections.flatMap { section in
            [section.name] + Self.rows(of: section.value)
        }
    }

    private static func rows(of section: JSONValue) -> [String] {
        guard case .object(let members) = section else { return [] }
        return members.flatMap { member -> [String] in
            if findings.contains(member.name), case .array(let found) = member.value {
                return ["  " + member.name] + found.map { "    " + text($0) }
            }
            return ["  " + member.name.padded(to: 24) + text(member.value)]
        }
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .null: "unknown"
        case .bool(let flag): flag ? "yes" : "no"
        case .string(let text): text
        case .array(let elements):
            elements.isEmpty ? "none" : elements.map(text).joined(separator: ", ")
        default: JSONWriter(style: .python).write(value)
        }
    }
}
