internal import Foundation

/// Photos outside the repository: in `LOOPBOX_SHARED`, else in `../shared` beside it.
enum SharedPhotos {
    /// Paths of JPEG files in a fixed order; none where the folder is absent.
    static let paths: [String] = {
        let folder = root.appendingPathComponent("photos")
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap {
            $0 as? String
        }
        return (names ?? []).filter { $0.hasSuffix(".jpg") }.sorted()
            .map { folder.appendingPathComponent($0).path }
    }()

    private static var root: URL {
        if let path = ProcessInfo.processInfo.environment["LOOPBOX_SHARED"] {
            return URL(fileURLWithPath: path)
        }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("shared")
    }
}
