/// An option that a command was given, with its value.
struct CommandOption {
    let name: String
    let value: String

    /// The options of a command, in their order.
    static func all(in arguments: [String]) throws -> [CommandOption] {
        var options: [CommandOption] = []
        var rest = arguments[...]
        while let name = rest.popFirst() {
            guard let value = rest.popFirst() else {
                throw UsageError(message: "\(name) needs a value or is unknown")
            }
            options.append(CommandOption(name: name, value: value))
        }
        return options
    }

    /// The value as a number that is large enough.
    func count(atLeast least: Int = 1) throws -> Int {
        guard let count = Int(value), count >= least else { throw meaningless }
        return count
    }

    /// What is said of an option that a command does not have, or of a value that it does not take.
    var meaningless: UsageError { UsageError(message: "\(name) \(value) means nothing") }
}
