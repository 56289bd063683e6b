extension LoopFilter: CustomStringConvertible {
    /// The filter as it may be typed; the usual order is left out.
    package var description: String {
        let sort = order == .newestFirst ? [] : ["sort:" + order.rawValue]
        return (terms.map(\.description) + sort).joined(separator: " ")
    }
}

extension LoopFilter.Term: CustomStringConvertible {
    package var description: String {
        switch condition {
        case .isBulk: "bulk:" + (isNegated ? "no" : "yes")
        case .isImported: "imported:" + (isNegated ? "no" : "yes")
        case .isDisputed: "disputed:" + (isNegated ? "no" : "yes")
        case .isHeld: "held:" + (isNegated ? "no" : "yes")
        default: (isNegated ? "-" : "") + condition.text
        }
    }
}

extension LoopCondition {
    fileprivate var text: String {
        switch self {
        case .states(let states): list("state", states.map(\.filterName))
        case .labels(let labels): list("label", labels)
        case .score(let comparison, let score): "score\(comparison.rawValue)\(score)"
        case .hasNoScore: "score:none"
        case .workers(let names): list("worker", names)
        case .holders(let names): list("holder", names)
        case .assignees(let names): list("assigned", names)
        case .models(let models): list("model", models)
        case .flows(let flows): list("flow", flows)
        case .reasons(let reasons): list("reason", reasons.map(\.rawValue))
        case .age(let comparison, let age): "age\(comparison.rawValue)\(AgeUnit.text(age))"
        case .created(let comparison, let span): "created\(comparison.rawValue)\(span.text)"
        case .completed(let comparison, let span): "completed\(comparison.rawValue)\(span.text)"
        case .isBulk: "bulk:yes"
        case .isImported: "imported:yes"
        case .isDisputed: "disputed:yes"
        case .isHeld: "held:yes"
        case .image(let glob): list("image", [glob])
        case .name(let prefix): list("name", [prefix])
        case .word(let word): Self.quoted(word)
        }
    }

    private func list(_ key: String, _ values: [String]) -> String {
        key + ":" + values.map(Self.quoted).joined(separator: ",")
    }

    /// The text in quotes where it would read otherwise without.
    private static func quoted(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let isPlain = scalars.allSatisfy {
            !$0.properties.isWhitespace && !"\"\\,:<>=".unicodeScalars.contains($0)
        }
        guard !isPlain || scalars.isEmpty || scalars.first == "-" else { return text }
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in scalars {
            if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }
}
