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
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.street + "/JPEGImages")
        for (number, file) in files.sorted().prefix(photos).enumerated() {
            let name = String(file.dropLast(4))
            let annotation = try String(
                contentsOfFile: Self.street + "/Annotations/\(name).xml", encoding: .utf8)
            let photo = try Data(
                contentsOf: URL(filePath: Self.street + "/JPEGImages/" + file))
            try directory.write([UInt8](photo), to: "photos/" + file)
            try directory.write(
                Self.prediction(annotation, surest: 0.97 - 0.015 * Double(number)),
                to: "predictions/\(name).json")
        }
        let run = try Program.run(
            "init", "work", "--images", "photos", "--predictions", "predictions",
            in: directory.path)
        #expect(run.status == 0)
    }

    /// SageMaker's response for the objects of a Pascal VOC annotation.
    private static func prediction(_ annotation: String, surest: Double) -> String {
        let (width, height) = (value("width", annotation), value("height", annotation))
        let rows = annotation.components(separatedBy: "<object>").dropFirst().enumerated()
            .compactMap { place, object -> String? in
                guard let name = text("name", object),
                    let id = LabelMap.pascalVOC.classID(of: name)
                else { return nil }
                let box = [
                    (value("xmin", object) - 1) / width, (value("ymin", object) - 1) / height,
                    value("xmax", object) / width, value("ymax", object) / height,
                ]
                let score = max(0.22, surest - 0.06 * Double(place))
                return "[\(id), \(score), \(box.map { "\($0)" }.joined(separator: ", "))]"
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
