import Foundation

/// Where the samples that came with the program are.
nonisolated enum SampleFiles {
    /// `Samples` in a directory above the program, as in a build, or `share/loopbox/Samples` there, as
    /// when it is installed; nil when there is neither.
    static var directory: String? {
        guard
            let program = try? FileManager.default.destinationOfSymbolicLink(
                atPath: "/proc/self/exe")
        else { return nil }
        var directory = URL(filePath: program).deletingLastPathComponent()
        while directory.path != "/" {
            for name in ["Samples", "share/loopbox/Samples"] {
                let samples = directory.appending(path: name).path
                if FileManager.default.fileExists(atPath: samples + "/JPEGImages") {
                    return samples
                }
            }
            directory.deleteLastPathComponent()
        }
        return nil
    }
}
