import Foundation
import ImageCodecs
import Imaging

/// A directory that lives as long as the value, and the files tests put there.
final class TemporaryDirectory {
    let path: String

    init() {
        let name = "loopbox-tests-" + UUID().uuidString
        path =
            FileManager.default.temporaryDirectory.appendingPathComponent(name)
            .resolvingSymlinksInPath().path
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, making the directories it is in.
    @discardableResult func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = path + "/" + name
        let directory = URL(fileURLWithPath: file).deletingLastPathComponent().path
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    @discardableResult func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }

    /// Writes a small JPEG whose bytes differ with the seed.
    @discardableResult func writeImage(_ name: String, seed: UInt8 = 0) throws -> String {
        try write(Self.jpeg(seed: seed), to: name)
    }

    /// A small JPEG.
    static func jpeg(width: Int = 64, height: Int = 48, seed: UInt8 = 0) throws -> [UInt8] {
        let color = RGBColor(red: seed, green: 100, blue: 200)
        return try JPEGEncoder.encode(
            RGBImage(width: width, height: height, filledWith: color), quality: 80)
    }

    func read(_ name: String) throws -> String {
        String(
            decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
    }
}
