/// The texts of hyperparameters, with the defaults in place and every text within its range.
struct HyperparameterReader {
    let texts: [String: String]

    init(_ values: [String: String]) throws(HyperparameterError) {
        for name in values.keys.sorted() where HyperparameterDefinition.byName[name] == nil {
            throw HyperparameterError(name, "there is none of this name; \(Self.suggestion(name))")
        }
        var texts: [String: String] = [:]
        for definition in HyperparameterDefinition.all {
            let given = values[definition.name]
            let text = given.flatMap { $0.isEmpty ? nil : $0 } ?? definition.standard
            guard text.isEmpty || definition.range.contains(text) else {
                throw HyperparameterError(
                    definition.name,
                    "'\(text.prefix(80))' is not allowed: expected \(definition.range.description)"
                )
            }
            texts[definition.name] = text
        }
        self.texts = texts
    }

    private static func suggestion(_ name: String) -> String {
        let names = HyperparameterDefinition.all.map(\.name).filter { !$0.hasPrefix("_") }
        return "expected one of \(names.joined(separator: ", "))"
    }

    func optionalInteger(_ name: String) throws(HyperparameterError) -> Int? {
        text(name).isEmpty ? nil : try integer(name)
    }

    func integer(_ name: String) throws(HyperparameterError) -> Int {
        try value(name) { Int($0) }
    }

    func number(_ name: String) throws(HyperparameterError) -> Double {
        try value(name) { Double($0) }
    }

    func flag(_ name: String) throws(HyperparameterError) -> Bool {
        try value(name, HyperparameterRange.flag)
    }

    func steps(_ name: String) throws(HyperparameterError) -> [Int] {
        try value(name, HyperparameterRange.steps)
    }

    func choice<Choice: RawRepresentable<String>>(
        _ name: String
    ) throws(HyperparameterError) -> Choice {
        try value(name) { Choice(rawValue: $0) }
    }

    private func text(_ name: String) -> String { texts[name] ?? "" }

    /// Only a required hyperparameter can be without a value here.
    private func value<Value>(
        _ name: String, _ read: (String) -> Value?
    ) throws(HyperparameterError) -> Value {
        guard let value = read(text(name)) else {
            let range = HyperparameterDefinition.byName[name]?.range ?? .text
            throw HyperparameterError(name, "is required: expected \(range.description)")
        }
        return value
    }
}
