import Foundation
import OrderedJSON
import TestSupport

/// The built `loopbox`, run without a terminal.
struct Program {
    var status: Int32
    var output: String
    var errors: String

    /// The lines of standard error.
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }

    /// Everything sent to the terminal, had there been one.
    var everything: String { output + errors }

    /// The JSON on standard output.
    func json() throws -> JSONValue { try JSONParser().parse(output) }

    /// Runs the program to its end.
    static func run(_ arguments: String..., in directory: String = "/") throws -> Program {
        try run(executable: path, arguments: arguments, in: directory)
    }

    /// Runs any program to its end.
    static func run(
        executable: String, arguments: [String], in directory: String = "/"
    ) throws -> Program {
        let run = ProgramRun([executable] + arguments, in: directory, errorsApart: true)
        return Program(
            status: run.status, output: run.text,
            errors: String(decoding: run.errors, as: UTF8.self))
    }

    /// The product stands beside the test bundle.
    static var path: String {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/loopbox"
    }
}
