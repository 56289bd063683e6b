import Foundation

/// The photographs that are not part of the repository, where they are.
enum SharedPhotos {
    /// `LOOPBOX_SHARED`, else `shared` beside the repository.
    static let path: String =
        ProcessInfo.processInfo.environment["LOOPBOX_SHARED"]
        ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path + "/shared"

    static let indoor = path + "/photos/indoor"

    static var isPresent: Bool { FileManager.default.fileExists(atPath: indoor + "/Predictions") }
}
