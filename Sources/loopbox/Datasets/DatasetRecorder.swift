import Annotations
import DatasetFormats

/// Collects a data set's records, by the class ids of a label map.
nonisolated struct DatasetRecorder {
    /// How an annotation's class ids are read.
    enum Matching {
        /// They are the labels' own, as training needs it; names that contradict them are an error.
        case ids
        /// By the names the data give them, where they do.
        case names
    }

    let labels: LabelMap
    let matching: Matching
    var dataset = Dataset()

    init(labels: LabelMap, matching: Matching = .ids) {
        self.labels = labels
        self.matching = matching
    }

    /// An object whose class has a name.
    struct NamedObject {
        var name: String
        var box: BoundingBox
        var isDifficult = false
        var score: Double?
    }

    /// Adds an image by SageMaker's annotation.
    mutating func add(_ annotation: ObjectAnnotation, ofImage path: String, record: String) {
        if matching == .names { return addByNames(annotation, ofImage: path, record: record) }
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
        let objects = annotation.objects.map {
            NamedObject(name: $0.name, box: $0.box, isDifficult: $0.isDifficult)
        }
        add(objects, size: annotation.size, ofImage: path, record: record)
    }

    /// Adds an image by objects whose classes have names; the record is left out when one of them is
    /// none of the labels.
    mutating func add(
        _ named: [NamedObject], size: PixelSize, ofImage path: String, record: String
    ) {
        var objects: [DatasetImage.Object] = []
        for object in named {
            guard let id = labels.classID(of: object.name) else {
                return skip(
                    record,
                    "'\(object.name)' is none of the \(owner)\(labels.names.count) classes; \(advice)"
                )
            }
            objects.append(
                .init(
                    classID: id, box: object.box, isDifficult: object.isDifficult,
                    score: object.score))
        }
        dataset.images.append(
            DatasetImage(path: path, size: size, objects: objects, record: record))
    }

    /// Says what was left out of an image that is there all the same.
    mutating func omit(_ reason: String, of record: String) {
        dataset.omissions.append(IntakeProblem(path: record, reason: reason))
    }

    private mutating func addByNames(
        _ annotation: ObjectAnnotation, ofImage path: String, record: String
    ) {
        var objects: [NamedObject] = []
        for object in annotation.objects {
            let id = object.classID
            guard let name = annotation.classNames[id] ?? labels.name(ofClass: id) else {
                return skip(
                    record,
                    "class \(id) is none of the \(owner)\(labels.names.count) classes; \(advice)")
            }
            objects.append(NamedObject(name: name, box: object.box))
        }
        for reason in annotation.omissions { omit(reason, of: record) }
        add(objects, size: annotation.size, ofImage: path, record: record)
    }

    private var advice: String {
        switch matching {
        case .ids: "give --labels with the data's own"
        case .names: "rename it, or 'loopbox init --labels' makes a workspace that has it"
        }
    }

    private var owner: String { matching == .names ? "flow's " : "" }

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
