import Annotations
import HumanReview
import OrderedJSON

/// Makes a workspace's flow definition from what `loopbox init` was given.
nonisolated struct FlowFactory {
    var name: String
    var templatePath: String?
    var labelsPath: String?
    var conditions: ActivationConditions

    /// Whether a text is a flow definition's name (contract §3.2: `^[a-z0-9](-*[a-z0-9]){0,62}$`).
    static func isName(_ text: String) -> Bool {
        let isAllowed = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        return isAllowed && (1...63).contains(text.utf8.count) && !text.hasPrefix("-")
            && !text.hasSuffix("-")
    }

    /// The flow.
    ///
    /// - Throws: ``CommandError`` naming the file, line and cause.
    func make(at time: Timestamp) throws -> FlowDefinition {
        let given = try labelsPath.map(LabelFile.read)
        let source = try templatePath.map(Self.text)
        let labels = try source.map { try self.labels(of: $0, given: given) } ?? given ?? .pascalVOC
        for label in conditions.reviewLabels.sorted() where labels.classID(of: label) == nil {
            throw CommandError(
                "--review-label '\(label)': not a class of this flow; check the name")
        }
        return FlowDefinition(
            name: name, creationTime: time, taskTitle: BuiltInTemplate.taskTitle,
            taskDescription: BuiltInTemplate.taskDescription, labels: labels,
            template: source ?? BuiltInTemplate.source(labels: labels),
            activationConditions: conditions)
    }

    /// The classes of a template: those given, of which the template's must be some, or its own.
    private func labels(of source: String, given: LabelMap?) throws -> LabelMap {
        let path = templatePath ?? ""
        let own: LabelMap
        do throws(TaskTemplateError) {
            own = try TaskTemplate(source: source).render(input: Self.specimen).instructions.labels
        } catch {
            throw CommandError("\(path): \(error); correct the template")
        }
        guard let given else { return own }
        if let stranger = own.names.first(where: { given.classID(of: $0) == nil }) {
            throw CommandError(
                "\(path): the label '\(stranger)' is not in \(labelsPath ?? ""); add it there")
        }
        return given
    }

    /// An input as loops have it, to see what the template makes of one.
    private static let specimen = InputContent(
        image: ReviewImage(
            id: 0, path: "/image.jpg", uri: "file:///image.jpg", sha256: "",
            size: PixelSize(width: 1, height: 1), orientation: .upright), prediction: nil,
        displayThreshold: 0
    ).json

    private static func text(_ path: String) throws -> String {
        let bytes: [UInt8]
        do {
            bytes = try InputFile.bytes(atPath: path, atMost: TaskTemplate.maximumLength * 4)
        } catch {
            throw CommandError("\(path): \(error)")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandError("\(path): not UTF-8 text; save it as UTF-8")
        }
        return text
    }
}
