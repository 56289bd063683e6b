import Foundation

/// A program that was run to its end.
package struct ProgramRun {
    /// The exit status; 127 when it could not be started, 128 when it was ended by a signal.
    package let status: Int32
    /// What it wrote to standard output, and to standard error unless that was asked for by itself.
    package let output: [UInt8]
    /// What it wrote to standard error, when that was asked for by itself.
    package let errors: [UInt8]

    /// What it wrote to standard output as text.
    package var text: String { String(decoding: output, as: UTF8.self) }

    /// Runs a program found on the search path, and waits for it but not for those it leaves behind.
    ///
    /// Its streams are files and not pipes: whatever it writes fits, and nobody has to read meanwhile.
    package init(
        _ command: [String], in directory: String? = nil, input: String = "",
        errorsApart: Bool = false
    ) {
        let files = (0..<3).map { _ in
            FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        }
        defer { files.forEach { try? FileManager.default.removeItem(at: $0) } }
        try? Data(input.utf8).write(to: files[0])
        let child = try? ChildProgram(
            command, in: directory, input: .file(files[0].path), output: .file(files[1].path),
            errors: errorsApart ? .file(files[2].path) : .same(as: 1))
        switch child?.wait() {
        case nil: status = 127
        case .exit(let code): status = code
        case .signal: status = 128
        }
        output = [UInt8]((try? Data(contentsOf: files[1])) ?? Data())
        errors = [UInt8]((try? Data(contentsOf: files[2])) ?? Data())
    }
}
