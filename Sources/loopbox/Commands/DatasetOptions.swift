import Annotations
import ArgumentParser

/// How the records of data sets are to be read.
struct DatasetOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The classes, one a line in the order of their ids; the 20 of Pascal VOC without it.",
            valueName: "file"))
    var labels: String?

    @Option(
        help: ArgumentHelp(
            "An augmented manifest's label attribute; found without it.", valueName: "name"))
    var attribute: String?

    @Option(
        help: ArgumentHelp(
            "Where the images are: copies of a manifest's s3:// objects, those of a COCO or YOLO data set; "
                + "found beside it without this. Those in records (.rec) are written there.",
            valueName: "dir"))
    var images: String?

    /// The classes.
    ///
    /// - Throws: ``CommandError`` naming the file and line.
    func labelMap() throws -> LabelMap { try labels.map(LabelFile.read) ?? .pascalVOC }

    /// The data set at a path; boxes that are left out are reported.
    func read(_ path: String, as role: Dataset.Role, labels: LabelMap) throws -> Dataset {
        let dataset = try Dataset.read(
            path, as: role, labels: labels, attribute: attribute, imageRoot: images)
        for omission in dataset.omissions {
            Console.report("\(omission.path): \(omission.reason)")
        }
        return dataset
    }
}
