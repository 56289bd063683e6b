internal import Foundation

/// The `python3` of the search path.
enum Python {
    /// Whether it has Pillow (`pip install pillow`).
    static let hasPillow = run("import PIL") != nil

    /// What a program prints, or nil when it fails.
    static func run(_ program: String) -> [UInt8]? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let bytes = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return process.terminationStatus == 0 ? bytes : nil
    }
}
