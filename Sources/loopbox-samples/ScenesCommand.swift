internal import Annotations
internal import ArgumentParser
internal import Dispatch
internal import Foundation
internal import SampleScenes
internal import Synchronization

/// Draws scenes that no one has seen: a set to train on or to be measured by, the same for the same seed.
struct ScenesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenes",
        abstract: "Draws scenes of chance, to train a detector on or to measure it by.")

    @Argument(help: "Where JPEGImages and Annotations are to be.")
    var directory: String

    @Option(help: "How many scenes.")
    var count = 1_000

    @Option(
        help: "Of the first scene; the next has the next seed. Sets whose seeds meet share scenes.")
    var seed: UInt64 = 1

    @Option(help: "What they are taken with: color or infrared.")
    var camera = Camera.color

    func validate() throws {
        guard count > 0, seed <= UInt64.max - UInt64(count) else {
            throw ValidationError("--count must be at least 1, and --seed leave room for as many")
        }
    }

    func run() throws {
        let folder = SceneFolder(directory: URL(filePath: directory))
        let failure = Mutex<(any Error)?>(nil)
        DispatchQueue.concurrentPerform(iterations: count) { index in
            do {
                try draw(seed + UInt64(index), in: folder)
            } catch {
                failure.withLock { $0 = error }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
        print("\(count) scenes in \(directory), seeds \(seed) to \(seed + UInt64(count) - 1)")
    }

    private func draw(_ seed: UInt64, in folder: SceneFolder) throws {
        let scene = Scene(seed: seed, size: Self.size(ofSeed: seed))
        try folder.write(try SceneFiles(scene, name: "\(seed)", camera: camera), named: "\(seed)")
    }

    /// The shapes that photos come in, most of them landscape.
    private static func size(ofSeed seed: UInt64) -> PixelSize {
        let sizes = [(640, 480), (480, 640), (640, 427), (640, 400), (640, 360)]
        let (width, height) = sizes[Int(seed % UInt64(sizes.count))]
        return PixelSize(width: width, height: height)
    }
}
