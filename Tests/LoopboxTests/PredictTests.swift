import Annotations
import Foundation
import ImageCodecs
import Imaging
import OrderedJSON
import Testing

@Suite struct PredictTests {
    private let files = TemporaryDirectory()
    private let model: String

    init() throws {
        model = files.path + "/model.tar.gz"
        try UntrainedModel.write(to: model, seed: 3)
    }

    /// A picture without symmetry, as stored so that it stands upright when turned by an orientation that is its own
    /// inverse.
    private func jpeg(_ orientation: ImageOrientation) throws -> [UInt8] {
        var image = RGBImage(
            width: 320, height: 240, filledWith: RGBColor(red: 90, green: 120, blue: 60))
        for y in 30..<110 {
            for x in 200..<300 { image.pixels[(y * 320 + x) * 3] = UInt8(155 + x - 200) }
        }
        let bytes = try JPEGEncoder.encode(
            image.upright(orientation), quality: 100, subsampling: .none)
        let tag: [UInt8] = [
            0xFF, 0xE1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 1,
            0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation.rawValue), 0, 0, 0, 0, 0, 0,
        ]
        return bytes.prefix(2) + tag + bytes.dropFirst(2)
    }

    /// Class, score and corners of the rows of a response.
    private func rows(_ line: Substring) throws -> [[Double]] {
        guard case .array(let rows)? = try JSONParser().parse(String(line))["prediction"] else {
            return []
        }
        return rows.map { row in
            guard case .array(let numbers) = row else { return [] }
            return numbers.compactMap { number in
                if case .number(let value) = number { value } else { nil }
            }
        }
    }

    @Test("a line an image, in order; a broken one is named and the others go on")
    func brokenImagesStopNothing() throws {
        try files.write(jpeg(.upright), to: "photos/a.jpg")
        try files.write("no picture", to: "photos/b.jpg")
        try files.write(jpeg(.upright), to: "photos/c.jpg")
        let run = try Program.run(
            "predict", files.path + "/photos", "--model", model, "--draw", files.path + "/drawn")
        #expect(run.status == 1)
        let lines = run.output.split(separator: "\n")
        try #require(lines.count == 2)
        #expect(lines[0] == lines[1])
        #expect(lines[0].hasPrefix(#"{"prediction": [["#))
        #expect(run.errors.contains("b.jpg: the file is not a JPEG"))
        let drawn = try FileManager.default.contentsOfDirectory(atPath: files.path + "/drawn")
        #expect(drawn.sorted() == ["a.jpg", "c.jpg"])
    }

    @Test("many photos keep their order, whichever network took them")
    func orderIsThatOfTheArguments() throws {
        let sizes = (0..<9).map { 40 + $0 * 8 }
        for (index, size) in sizes.enumerated() {
            let image = RGBImage(
                width: size, height: 64,
                filledWith: RGBColor(red: UInt8(index * 20), green: 0, blue: 90))
            try files.write(JPEGEncoder.encode(image, quality: 90), to: "many/\(index).jpg")
        }
        let run = try Program.run(
            "predict", files.path + "/many", "--model", model, "--annotations")
        #expect(run.status == 0, "\(run.errors)")
        let widths = try run.output.split(separator: "\n").map { line in
            try JSONParser().parse(String(line))["image_size"]
        }
        #expect(
            widths
                == sizes.map { size in
                    .array([
                        .object([
                            .init("width", .integer(Int64(size))), .init("height", .integer(64)),
                            .init("depth", .integer(3)),
                        ])
                    ])
                })
    }

    @Test("two pictures of one name are refused before any is drawn")
    func picturesDoNotReplaceEachOther() throws {
        for folder in ["one", "two"] { try files.write(jpeg(.upright), to: "\(folder)/a.jpg") }
        let run = try Program.run(
            "predict", files.path + "/one", files.path + "/two", "--model", model, "--draw",
            files.path + "/drawn")
        #expect(run.status == 1)
        #expect(run.errors.contains("one/a.jpg and "))
        #expect(try FileManager.default.contentsOfDirectory(atPath: files.path + "/drawn") == [])
    }

    @Test("the network sees a photo upright, and boxes come back in stored pixels")
    func boxesComeBackAsStored() throws {
        let orientation = ImageOrientation.rotated180
        let upright = try files.write(jpeg(.upright), to: "upright.jpg")
        let turned = try files.write(jpeg(orientation), to: "turned.jpg")
        let run = try Program.run("predict", upright, turned, "--model", model)
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.output.split(separator: "\n")
        try #require(lines.count == 2)
        let (seen, stored) = (try rows(lines[0]), try rows(lines[1]))
        #expect(seen.count > 5)
        for row in seen.prefix(5) {
            let back = [row[0], row[1], 1 - row[4], 1 - row[5], 1 - row[2], 1 - row[3]]
            let isThere = stored.contains { other in
                zip(back, other).allSatisfy { abs($0 - $1) < 0.02 }
            }
            #expect(isThere)
        }
    }

    @Test("asked for annotations, boxes are pixels beside the image's size")
    func annotationsArePixels() throws {
        let photo = try files.write(jpeg(.upright), to: "photo.jpg")
        let run = try Program.run("predict", photo, "--annotations", "--model", model)
        #expect(
            run.output.hasPrefix(
                #"{"image_size": [{"width": 320, "height": 240, "depth": 3}], "annotations": [{"class_id": "#
            ))
    }

    @Test("without a model there is an error that says what to do")
    func needsAModel() throws {
        let photo = try files.write(jpeg(.upright), to: "photo.jpg")
        let none = try Program.run("predict", photo, in: files.path)
        #expect(none.status != 0)
        #expect(none.errors.contains("--model"))
        let missing = try Program.run("predict", photo, "--model", files.path + "/none.tar.gz")
        #expect(missing.status != 0)
        #expect(missing.errors.contains("none.tar.gz"))
    }
}
