import Foundation
import NeuralNetwork
import ReviewStore

/// Which algorithm the layers of known architectures run by, kept between runs of the program so that a model is
/// timed once on a machine.
///
/// They lie in the user's cache: whatever is lost or wrong there costs a second and nothing else.
nonisolated enum LayerTimings {
    /// As many architectures as are kept, the latest.
    private static let mostKept = 32

    private static var directory: String {
        let environment = ProcessInfo.processInfo.environment
        let cache = environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "/tmp") + "/.cache"
        return cache + "/loopbox"
    }

    private static var path: String { directory + "/layers.json" }

    /// All that are kept.
    static func read() -> [WinogradChoices] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        return (try? JSONDecoder().decode([WinogradChoices].self, from: data)) ?? []
    }

    /// Keeps what a detector chose.
    static func keep(_ choices: WinogradChoices) {
        let known = read()
        guard !known.contains(choices) else { return }
        let others = known.filter { $0.circumstances != choices.circumstances }
        let all = (others + [choices]).suffix(mostKept)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        guard let data = try? encoder.encode(Array(all)) else { return }
        try? FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true)
        try? AtomicFile.write([UInt8](data), to: path)
    }
}
