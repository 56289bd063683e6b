import Foundation

/// The `python3` of the search path, an oracle for formats; tests that need it skip where it is absent.
package enum Python {
    /// Whether there is one.
    package static let isPresent = bytes("print(1)") == Array("1\n".utf8)

    /// Whether it has Pillow (Debian's python3-pil, or `pip install pillow`).
    package static let hasPillow = bytes("import PIL") != nil

    /// Whether it has SciPy, an oracle for statistics (`pip install scipy`).
    package static let hasSciPy = bytes("import scipy.stats") != nil

    /// Whether it has MXNet, which reads and trains the same models (`pip install mxnet==1.9.1 'numpy<2'`).
    package static let hasMXNet = bytes("import numpy as np; np.bool = bool; import mxnet") != nil

    /// Whether it has COCO's own reader and judge (`pip install pycocotools`).
    package static let hasCOCO = bytes("import pycocotools.coco") != nil

    /// Whether it has PyYAML (`pip install pyyaml`).
    package static let hasYAML = bytes("import yaml") != nil

    /// What a program prints that is given `input`; errors go where the tests' go.
    package static func run(_ program: String, input: String) throws -> String {
        let process = process(program)
        let (stdin, stdout) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        try process.run()
        let writer = Thread {
            try? stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try? stdin.fileHandleForWriting.close()
        }
        writer.start()
        let output = stdout.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }

    /// What a program prints, or nil when it fails.
    package static func bytes(_ program: String) -> [UInt8]? {
        let process = process(program)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let bytes = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return process.terminationStatus == 0 ? bytes : nil
    }

    private static func process(_ program: String) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program]
        return process
    }
}
