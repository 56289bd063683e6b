internal import Yams

extension DatasetFormatError {
    /// What kept a text from being YAML, at its line where the parser tells one.
    init(source: String, yaml error: any Error) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(source: source, line: mark.line, reason: "no YAML: \(problem)")
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.first?.prefix(40) ?? ""
            self.init(
                source: source, line: context.mark.line, reason: "the key '\(key)' is there twice")
        default: self.init(source: source, line: 1, reason: "no YAML")
        }
    }
}
