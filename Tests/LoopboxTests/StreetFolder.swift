import Annotations
import Foundation
import TestSupport
import Testing

/// A workspace with photographs of streets, of which a model is as sure as their annotations are.
struct StreetFolder {
    private let directory: TemporaryDirectory
    var workspace: String { directory.path + "/work" }
    var path: String { directory.path }

    private static let street = SharedPhotos.root + "/photos/street"

    /// The first photos in a workspace of their own; each photo is a little less sure than the one before,
    /// and each box than the one before it on the photo.
    init(photos: Int) throws {
        directory = TemporaryDirectory()
        var number = 0
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.street + "/JPEGImages")
        for file in files.sorted() where number < photos {
            let name = String(file.dropLast(4))
            let objects = Self.objects(
                try String(
                    contentsOfFile: Self.street + "/Annotations/\(name).xml", encoding: .utf8))
            // Where the model saw nothing it is not sure.
            guard !objects.isEmpty else { continue }
            let photo = try Data(contentsOf: URL(filePath: Self.street + "/JPEGImages/" + file))
            try directory.write([UInt8](photo), to: "photos/" + file)
            try directory.write(
                Self.prediction(objects, surest: 0.97 - 0.015 * Double(number)),
                to: "predictions/\(name).json")
            number += 1
        }
        let run = try Program.run(
            "init", "work", "--images", "photos", "--predictions", "predictions",
            in: directory.path)
        #expect(run.status == 0)
    }

    /// The class and the box, in fractions of the photo, of each object of a Pascal VOC annotation.
    private static func objects(_ annotation: String) -> [(id: Int, box: [Double])] {
        let (width, height) = (value("width", annotation), value("height", annotation))
        return annotation.components(separatedBy: "<object>").dropFirst().compactMap { object in
            guard let id = text("name", object).flatMap(LabelMap.pascalVOC.classID(of:)) else {
                return nil
            }
            let box = [
                (value("xmin", object) - 1) / width, (value("ymin", object) - 1) / height,
                value("xmax", object) / width, value("ymax", object) / height,
            ]
            return (id, box)
        }
    }

    /// SageMaker's response for objects.
    private static func prediction(_ objects: [(id: Int, box: [Double])], surest: Double) -> String
    {
        let rows = objects.enumerated().map { place, object in
            let score = max(0.22, surest - 0.06 * Double(place))
            return "[\(object.id), \(score), "
                + object.box.map { "\($0)" }.joined(separator: ", ") + "]"
        }
        return "{\"prediction\": [\(rows.joined(separator: ", "))]}"
    }

    private static func text(_ name: String, _ xml: String) -> String? {
        let parts = xml.components(separatedBy: "<\(name)>")
        guard parts.count > 1 else { return nil }
        return parts[1].components(separatedBy: "</\(name)>").first
    }

    private static func value(_ name: String, _ xml: String) -> Double {
        text(name, xml).flatMap(Double.init) ?? .nan
    }
}
