import Foundation
import OrderedJSON

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
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: directory)
        let files = TemporaryDirectory()
        let (output, errors) = (files.path + "/output", files.path + "/errors")
        // Files and not pipes: whatever the program writes fits, and nobody has to read meanwhile.
        for file in [output, errors] {
            try Data().write(to: URL(fileURLWithPath: file))
        }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
        process.waitUntilExit()
        return Program(
            status: process.terminationStatus,
            output: String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self),
            errors: String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: errors)), as: UTF8.self))
    }

    /// The product stands beside the test bundle.
    static var path: String {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/loopbox"
    }
}
