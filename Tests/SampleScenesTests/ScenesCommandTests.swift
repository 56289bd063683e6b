import Annotations
import ArgumentParser
import DatasetFormats
import Foundation
import ImageCodecs
import Testing

@testable import loopbox_samples

@Suite struct ScenesCommandTests {
    private func draw(_ arguments: String...) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "scenes-\(UUID().uuidString)")
        try ScenesCommand.parse(arguments + [folder.path()]).run()
        return folder
    }

    /// A set that a detector was measured by can be made again, alone or as part of a longer one.
    @Test func aSceneFollowsFromItsSeed() throws {
        let (three, one) = (
            try draw("--count", "3", "--seed", "41"), try draw("--count", "1", "--seed", "43")
        )
        defer { for folder in [three, one] { try? FileManager.default.removeItem(at: folder) } }
        let images = try FileManager.default.contentsOfDirectory(
            atPath: three.appending(path: "JPEGImages").path())
        #expect(images.sorted() == ["41.jpg", "42.jpg", "43.jpg"])
        for name in ["JPEGImages/43.jpg", "Annotations/43.xml"] {
            #expect(
                try Data(contentsOf: three.appending(path: name))
                    == Data(contentsOf: one.appending(path: name)))
        }
    }

    @Test func annotationsAreOfTheClassesAndWithinThePicture() throws {
        let folder = try draw("--count", "4", "--seed", "7")
        defer { try? FileManager.default.removeItem(at: folder) }
        for seed in 7...10 {
            let annotation = try PascalVOC(
                contentsOf: [UInt8](
                    try Data(contentsOf: folder.appending(path: "Annotations/\(seed).xml"))))
            let header = try JPEGDecoder.header(
                of: [UInt8](try Data(contentsOf: folder.appending(path: "JPEGImages/\(seed).jpg"))))
            #expect(annotation.size == header.storedSize)
            for object in annotation.objects {
                #expect(LabelMap.pascalVOC.classID(of: object.name) != nil)
                #expect(object.box.clipped(to: annotation.size) == object.box)
            }
        }
    }

    @Test func aCountOfNoneAndASeedWithoutRoomAreRefused() {
        #expect(throws: (any Error).self) { try ScenesCommand.parse(["--count", "0", "x"]) }
        #expect(throws: (any Error).self) {
            try ScenesCommand.parse(["--count", "2", "--seed", "\(UInt64.max)", "x"])
        }
    }
}
