import Foundation
import Testing

/// Compares text with a file beside the tests; `RECORD=1` writes the file and fails.
func expectGolden(
    _ lines: [String], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Goldens/\(name).txt")
    let text = lines.map { "|" + $0 + "\n" }.joined()
    guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
        try text.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("recorded \(name); run again without RECORD", sourceLocation: sourceLocation)
        return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden, "\(name) differs from its golden", sourceLocation: sourceLocation)
}
