import Annotations
import DatasetFormats

/// Collects a data set's records, by the class ids of a label map.
nonisolated struct DatasetRecorder {
    let labels: LabelMap
    var dataset = Dataset()

    init(labels: LabelMap) { self.labels = labels }

    /// Adds an image by SageMaker's annotation.
    mutating func add(_ annotation: ObjectAnnotation, ofImage path: String, record: String) {
        if let reason = contradiction(in: annotation) { return skip(record, reason) }
        dataset.omissions += annotation.omissions.map { IntakeProblem(path: record, reason: $0) }
        dataset.images.append(
            DatasetImage(
                path: path, size: annotation.size,
                objects: annotation.objects.map { .init(classID: $0.classID, box: $0.box) },
                record: record))
    }

    /// Adds an image by a Pascal VOC annotation.
    mutating func add(_ annotation: PascalVOC, ofImage path: String, record: String) {
        var objects: [DatasetImage.Object] = []
        for object in annotation.objects {
            guard let id = labels.classID(of: object.name) else {
                return skip(
                    record,
                    "'\(object.name)' is none of the \(labels.names.count) classes; "
                        + "give --labels with the data's own")
            }
            objects.append(
                .init(classID: id, box: object.box, isDifficult: object.isDifficult))
        }
        dataset.images.append(
            DatasetImage(path: path, size: annotation.size, objects: objects, record: record))
    }

    /// Leaves out a record and says so.
    mutating func skip(_ record: String, _ reason: String) {
        dataset.problems.append(IntakeProblem(path: record, reason: reason))
    }

    /// Why an annotation's ids are not those of the labels, which would train the wrong classes.
    private func contradiction(in annotation: ObjectAnnotation) -> String? {
        for object in annotation.objects {
            guard let label = labels.name(ofClass: object.classID) else {
                return "class \(object.classID) is none of the \(labels.names.count) classes; "
                    + "give --labels with the data's own"
            }
            if let name = annotation.classNames[object.classID], name != label {
                return "class \(object.classID) is '\(name)' here and '\(label)' in the labels; "
                    + "give --labels with the data's own"
            }
        }
        return nil
    }
}
