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

    /// The detector that was trained on scenes like the samples, or nil when it did not come with them.
    static var modelPath: String? {
        guard let path = directory.map({ $0 + "/model.tar.gz" }) else { return nil }
        return FileManager.default.isReadableFile(atPath: path) ? path : nil
    }

    /// A short text that is another one for other samples: of the names, lengths and first bytes of the
    /// model and the photos, since to read all of them would delay every start.
    static var mark: String? {
        guard let directory, let model = modelPath else { return nil }
        let photos = directory + "/JPEGImages"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: photos)) ?? []
        let files = [model] + names.sorted().map { photos + "/" + $0 }
        let bytes = files.flatMap { file in
            Array("\(URL(filePath: file).lastPathComponent) \(length(of: file)) ".utf8)
                + beginning(of: file)
        }
        return String(SHA256.hexadecimalDigest(of: bytes).prefix(8))
    }

    private static func length(of path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }

    private static func beginning(of path: String) -> [UInt8] {
        guard let file = FileHandle(forReadingAtPath: path) else { return [] }
        defer { try? file.close() }
        return [UInt8]((try? file.read(upToCount: 1_024)) ?? Data())
    }
}
