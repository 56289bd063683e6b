package import Annotations
import OrderedJSON

/// SageMaker's object-detection response about one image, in either of its forms: rows of
/// `[class, score, xmin, ymin, xmax, ymax]` in fractions of the image, or, asked for with
/// `annotation=1`, objects in pixels beside the image's size.
///
/// A row that cannot be right is left out with a reason and the others are kept. Coordinates up to 5 %
/// outside the image are cut off at its edges without a word, as networks regress them. Rows of class
/// -1 are places that non-maximum suppression emptied.
package struct InferenceResponse: Hashable, Sendable {
    /// In the order of the response.
    package private(set) var detections: [Detection] = []
    /// What was wrong with the rest.
    package private(set) var problems: [RowProblem] = []

    /// More boxes than this hide the picture; the strongest are kept.
    package static let mostDetections = 5_000
    /// The largest response read, 16 MiB.
    package static let mostBytes = 16 << 20

    /// A row that was not used.
    package struct RowProblem: Hashable, Sendable {
        /// From 0, in the response's order; nil for what concerns them all.
        package var row: Int?
        package var reason: String
    }

    /// Reads a response.
    ///
    /// - Parameters:
    ///   - bytes: JSON; Python's `NaN` and `Infinity` spoil only the row they stand in.
    ///   - classes: the names of the class ids.
    /// - Throws: ``InferenceResponseError`` when the bytes are no response at all.
    package init(_ bytes: [UInt8], classes: LabelMap) throws(InferenceResponseError) {
        let value = try Self.parse(bytes)
        let rows = try Self.rows(of: value)
        for (index, row) in rows.enumerated() {
            switch row.detection(classes: classes) {
            case .success(let detection): detections += detection.map { [$0] } ?? []
            case .failure(let problem):
                problems.append(RowProblem(row: index, reason: problem.reason))
            }
        }
        keepStrongest()
    }

    /// All problems in one line, or nil when there are none.
    package var problemSummary: String? {
        guard !problems.isEmpty else { return nil }
        let shown = problems.prefix(3).map { problem in
            (problem.row.map { "row \($0 + 1): " } ?? "") + problem.reason
        }
        let rest = problems.count - shown.count
        return shown.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
    }

    private static func parse(_ bytes: [UInt8]) throws(InferenceResponseError) -> JSONValue {
        do {
            return try JSONParser(maximumDepth: 16, maximumBytes: mostBytes)
                .parse(NonFiniteNumbers.replacedByNull(in: bytes))
        } catch {
            throw InferenceResponseError(reason: "not JSON: \(error)")
        }
    }

    private static func rows(of value: JSONValue) throws(InferenceResponseError) -> [DetectionRow] {
        if case .array(let rows) = value["prediction"] {
            return rows.map { DetectionRow(row: $0) }
        }
        guard case .array(let objects) = value["annotations"] else {
            throw InferenceResponseError(
                reason: "neither a 'prediction' array nor an 'annotations' array")
        }
        guard case .array(let sizes) = value["image_size"], let size = sizes.first,
            let width = size["width"]?.double, let height = size["height"]?.double,
            width >= 1, height >= 1
        else {
            throw InferenceResponseError(
                reason: "'annotations' without an 'image_size' of a width and a height")
        }
        return objects.map { DetectionRow(annotation: $0, width: width, height: height) }
    }

    private mutating func keepStrongest() {
        guard detections.count > Self.mostDetections else { return }
        problems.append(
            RowProblem(
                row: nil,
                reason: "\(detections.count) boxes; the \(Self.mostDetections) strongest are used"))
        // Sorted by score and then place, so that equal scores keep the earlier rows.
        let strongest = detections.indices.sorted { left, right in
            let (first, second) = (detections[left].score, detections[right].score)
            return first != second ? first > second : left < right
        }
        detections = strongest.prefix(Self.mostDetections).sorted().map { detections[$0] }
    }
}
