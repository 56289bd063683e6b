internal import OrderedJSON

/// `hyperparams.json`: an object of texts.
enum HyperparameterFile {
    static let longestText = 1 << 18

    /// The members by name; numbers and truth values, which other tools write, become text.
    static func read(_ bytes: [UInt8]) throws(ArtifactError) -> [String: String] {
        let document: JSONValue
        do throws(JSONParsingError) {
            document = try JSONParser(maximumBytes: longestText).parse(bytes)
        } catch { throw ArtifactError(error.description) }
        guard case .object(let members) = document else {
            throw ArtifactError("expected an object of hyperparameters")
        }
        var values: [String: String] = [:]
        for member in members { values[member.name] = try text(member) }
        return values
    }

    /// The file, its members in the order of their names.
    static func bytes(of values: [String: String]) -> [UInt8] {
        let members = values.sorted { $0.key < $1.key }
        return JSONWriter(style: .python).bytes(
            of: .object(members.map { .init($0.key, .string($0.value)) }))
    }

    private static func text(_ member: JSONValue.Member) throws(ArtifactError) -> String {
        switch member.value {
        case .string(let text): return text
        case .integer(let integer): return String(integer)
        case .number(let number): return String(number)
        case .bool(let flag): return flag ? "True" : "False"
        case .null: return ""
        case .array, .object:
            throw ArtifactError("hyperparameter '\(member.name)' must be text")
        }
    }
}
