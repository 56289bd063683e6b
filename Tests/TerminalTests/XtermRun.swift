import Foundation
import TestSupport

/// The probe driven by steps in a real xterm, and the screenshots that came of it.
final class XtermRun {
    /// The probe's exit status, 124 when it had to be ended.
    let status: Int32
    private let directory: URL

    /// Runs the steps (`xterm-drive` lists them), in which `%` is a directory of the run's own.
    init(_ steps: [String]) throws {
        let directory = FileManager.default.temporaryDirectory
            .appendingPathComponent("loopbox-xterm-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        self.directory = directory
        let script = steps.map { $0.replacingOccurrences(of: "%", with: directory.path) }
        status =
            ProgramRun(
                ["timeout", "90", Self.tool.path, "--", Self.probe.path, directory.path],
                input: script.joined(separator: "\n") + "\n"
            ).status
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    /// Whether everything is there that the run needs.
    static var isPossible: Bool {
        [tool, probe].allSatisfy { FileManager.default.isExecutableFile(atPath: $0.path) }
            && ["Xvfb", "xterm", "xdotool", "import", "compare", "timeout"].allSatisfy {
                ProgramRun(["sh", "-c", "command -v \($0)"]).status == 0
            }
    }

    /// Whether the probe can be run in tmux.
    static var canUseTmux: Bool {
        ProgramRun(["sh", "-c", "command -v tmux"]).status == 0
            && FileManager.default.isExecutableFile(atPath: probe.path)
    }

    /// How many pixels of the pane differ from those the probe meant to show after a step, the last
    /// when nil; nil when there is nothing to compare.
    func wrongPixels(of name: String, expected step: Int?) -> Int? {
        guard let step = step ?? lastStep else { return nil }
        let expected = path("\(step).ppm")
        let size = ProgramRun(["identify", "-format", "%wx%h", expected]).text
        let cut = path("\(name)-cut.ppm")
        // The probe's pane begins in column 2 and row 2 of 6×13 pixel cells.
        _ = ProgramRun(["convert", path("\(name).png"), "-crop", "\(size)+12+26", "+repage", cut])
        return Self.differing(cut, expected)
    }

    /// How many pixels of two screenshots differ; nil when they cannot be compared.
    func difference(_ first: String, _ second: String) -> Int? {
        Self.differing(path("\(first).png"), path("\(second).png"))
    }

    private var lastStep: Int? {
        let names = try? FileManager.default.contentsOfDirectory(atPath: directory.path)
        return names?.filter { $0.hasSuffix(".ppm") }.compactMap { Int($0.dropLast(4)) }.max()
    }

    private func path(_ name: String) -> String { directory.appendingPathComponent(name).path }

    private static func differing(_ first: String, _ second: String) -> Int? {
        let report = ProgramRun(["compare", "-metric", "AE", first, second, "null:"]).text
        return Int(report.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    private static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static var tool: URL {
        let shared = ProcessInfo.processInfo.environment["LOOPBOX_SHARED"].map {
            URL(fileURLWithPath: $0)
        }
        return (shared ?? repository.deletingLastPathComponent().appendingPathComponent("shared"))
            .appendingPathComponent("tools/xterm-drive")
    }

    /// Built beside the tests.
    static var probe: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("terminal-probe")
    }
}
