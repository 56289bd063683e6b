import Foundation

/// Photographs that are not part of the repository: below `LOOPBOX_SHARED`, else below `shared` beside
/// the repository.
///
/// Tests that need them skip where they are absent.
package enum SharedPhotos {
    /// The directory that holds `photos`.
    package static let root: String =
        ProcessInfo.processInfo.environment["LOOPBOX_SHARED"]
        ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path + "/shared"

    /// Photos with annotations, and another detector's predictions in SageMaker's response form.
    package static let indoor = root + "/photos/indoor"

    /// Whether they are there.
    package static var isPresent: Bool {
        FileManager.default.fileExists(atPath: indoor + "/Predictions")
    }

    /// Paths of all JPEG files in a fixed order; none where they are absent.
    package static let paths: [String] = {
        let names = FileManager.default.enumerator(atPath: root + "/photos")?.compactMap {
            $0 as? String
        }
        return (names ?? []).filter { $0.hasSuffix(".jpg") }.sorted().map { root + "/photos/" + $0 }
    }()
}
