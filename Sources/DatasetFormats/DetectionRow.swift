import Annotations
import OrderedJSON

/// One row of an inference response: six numbers, or what stands in their place.
struct DetectionRow {
    private let numbers: [Double]?
    private let expected: String

    /// How far outside the image, in fractions of it, a corner is still taken for the edge.
    private static let tolerance = 0.05

    /// A row of the default form.
    init(row: JSONValue) {
        expected = "not six numbers"
        guard case .array(let values) = row, values.count == 6 else {
            numbers = nil
            return
        }
        let numbers = values.compactMap(\.double)
        self.numbers = numbers.count == 6 ? numbers : nil
    }

    /// An object of the annotation form, in an image of a size in pixels.
    init(annotation: JSONValue, width: Double, height: Double) {
        expected = "not numbers for class_id, score, left, top, width and height"
        let values = ["class_id", "score", "left", "top", "width", "height"].compactMap {
            annotation[$0]?.double
        }
        guard values.count == 6 else {
            numbers = nil
            return
        }
        numbers = [
            values[0], values[1], values[2] / width, values[3] / height,
            (values[2] + values[4]) / width, (values[3] + values[5]) / height,
        ]
    }

    /// Why a row is not used.
    struct Problem: Error {
        let reason: String
    }

    /// The detection, nil for a suppressed row, or why the row cannot be right.
    func detection(classes: LabelMap) -> Result<Detection?, Problem> {
        guard let numbers, numbers.allSatisfy(\.isFinite) else { return problem(expected) }
        if numbers[0] == -1 { return .success(nil) }
        guard let id = Int(exactly: numbers[0]), let label = classes.name(ofClass: id) else {
            return problem("class \(numbers[0]) is none of the \(classes.names.count) classes")
        }
        guard (0...1).contains(numbers[1]) else {
            return problem("score \(numbers[1]) is not between 0 and 1")
        }
        return box(of: numbers).map { Detection(label: label, score: numbers[1], box: $0) }
    }

    private func box(of numbers: [Double]) -> Result<NormalizedBox, Problem> {
        guard numbers[2] <= numbers[4], numbers[3] <= numbers[5] else {
            return problem("the box's corners are reversed")
        }
        let corners = numbers[2...]
        guard corners.allSatisfy({ (-Self.tolerance...1 + Self.tolerance).contains($0) }) else {
            return problem("the box reaches far out of the image")
        }
        let clipped = corners.map { min(max($0, 0), 1) }
        return .success(
            NormalizedBox(
                minimumX: clipped[0], minimumY: clipped[1], maximumX: clipped[2],
                maximumY: clipped[3]))
    }

    private func problem<Success>(_ reason: String) -> Result<Success, Problem> {
        .failure(Problem(reason: reason))
    }
}

extension JSONValue {
    /// A number of either kind.
    var double: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .number(let number): number
        default: nil
        }
    }
}
