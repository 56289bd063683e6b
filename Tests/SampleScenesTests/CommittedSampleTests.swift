import Annotations
import DatasetFormats
import Foundation
import ImageCodecs
import Testing

@testable import SampleScenes
@testable import loopbox_samples

@Suite struct CommittedSampleTests {
    static let committed = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Samples")

    private func bytes(_ folder: URL, _ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    @Test(arguments: SampleCatalog.samples.indices)
    func redrawsByteForByte(index: Int) throws {
        let sample = SampleCatalog.samples[index]
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "samples-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try SceneFolder(directory: folder).write(try SceneFiles(sample), named: sample.name)
        for name in ["JPEGImages/\(sample.name).jpg", "Annotations/\(sample.name).xml"] {
            #expect(try bytes(folder, name) == bytes(Self.committed, name), "\(name)")
        }
    }

    @Test func nothingElseIsCommitted() throws {
        var total = 0
        for (folder, ending) in [("JPEGImages", "jpg"), ("Annotations", "xml")] {
            let directory = Self.committed.appending(path: folder)
            let names = try FileManager.default.contentsOfDirectory(atPath: directory.path())
            #expect(names.sorted() == SampleCatalog.samples.map { "\($0.name).\(ending)" }.sorted())
            total += try names.map { try bytes(directory, $0).count }.reduce(0, +)
        }
        #expect(total < 3_000_000)
    }

    @Test func annotationsDescribeTheStoredFiles() throws {
        for sample in SampleCatalog.samples {
            let annotation = try PascalVOC(
                contentsOf: bytes(Self.committed, "Annotations/\(sample.name).xml"))
            let header = try JPEGDecoder.header(
                of: bytes(Self.committed, "JPEGImages/\(sample.name).jpg"))
            #expect(annotation.size == header.storedSize && annotation.depth == 3)
            #expect(annotation.filename == "\(sample.name).jpg" && !annotation.objects.isEmpty)
            #expect(header.orientation == sample.orientation)
            #expect(header.viewSize == sample.scene.size)
            for object in annotation.objects {
                #expect(object.box.clipped(to: annotation.size) == object.box)
            }
        }
    }

    /// A turned sample's boxes, carried to the upright view, are those of the upright scene.
    @Test func turnedBoxesAreInStoredPixels() throws {
        let sample = try #require(SampleCatalog.samples.first { $0.orientation != .upright })
        let annotation = try PascalVOC(
            contentsOf: bytes(Self.committed, "Annotations/\(sample.name).xml"))
        let upright = annotation.objects.map { object in
            let corners = [
                (object.box.left, object.box.top), (object.box.right, object.box.bottom),
            ]
            .map {
                sample.orientation.view(
                    x: Double($0.0), y: Double($0.1), stored: annotation.size)
            }
            return BoundingBox(
                left: Int(corners.map(\.x).min() ?? 0), top: Int(corners.map(\.y).min() ?? 0),
                right: Int(corners.map(\.x).max() ?? 0), bottom: Int(corners.map(\.y).max() ?? 0))
        }
        #expect(upright == GroundTruthFinder(scene: sample.scene).objects().map(\.box))
    }
}
