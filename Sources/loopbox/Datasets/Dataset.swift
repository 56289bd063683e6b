import Annotations

/// Annotated images of any of the forms that can be read, by class ids; the images themselves stay in
/// their files.
nonisolated struct Dataset {
    /// What a data set is wanted for, where a directory holds one for each.
    enum Role: String { case training = "train", validation }

    /// In the order of the manifest, or of the annotation files' names.
    var images: [DatasetImage] = []
    /// Records that could not be used.
    var problems: [IntakeProblem] = []
    /// Boxes that were left out of the others.
    var omissions: [IntakeProblem] = []

    /// The data set at a path: a file is an augmented manifest; a directory is Pascal VOC
    /// (`JPEGImages` and `Annotations`), SageMaker's image channels (`train` and `train_annotation`, or
    /// the first of them), or images with a JSON of the same name beside each.
    ///
    /// A record that cannot be read is one of ``problems``; see ``checked()``. The labels give the
    /// class ids: VOC's names must be among them, and a manifest's own class map must not contradict
    /// them. `attribute` is a manifest's label attribute, found when nil, and `imageRoot` where copies
    /// of its `s3://` objects are, beside it when nil.
    ///
    /// - Throws: ``CommandError`` when it is no data set at all.
    static func read(
        _ path: String, as role: Role, labels: LabelMap, attribute: String? = nil,
        imageRoot: String? = nil
    ) throws -> Dataset {
        let recorder = DatasetRecorder(labels: labels)
        switch try DatasetForm(of: path, role: role) {
        case .augmentedManifest(let file):
            return try AugmentedManifestDataset(
                file: file, attribute: attribute, imageRoot: imageRoot, recorder: recorder
            ).read()
        case .pascalVOC(let images, let annotations):
            return try AnnotationFolder(
                images: images, annotations: annotations, format: .xml, recorder: recorder
            ).read()
        case .imageFiles(let images, let annotations):
            return try AnnotationFolder(
                images: images, annotations: annotations, format: .json, recorder: recorder
            ).read()
        }
    }

    /// The data set when every record of it can be used.
    ///
    /// - Throws: ``CommandError`` with the first problem.
    func checked() throws -> Dataset {
        guard let problem = problems.first else { return self }
        let rest = problems.count - 1
        throw CommandError(
            "\(problem.path): \(problem.reason)" + (rest > 0 ? "; and \(rest) more" : ""))
    }
}
