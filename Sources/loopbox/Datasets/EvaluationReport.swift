import Annotations
import OrderedJSON
import SingleShotDetector

/// A measured precision as a person or a program reads it.
nonisolated struct EvaluationReport {
    let metric: MeanAveragePrecision.Interpolation
    let score: DetectionScore
    let labels: LabelMap
    /// Where the model was measured by two precisions.
    var gate: PrecisionGate?

    /// A table of the classes and the mean.
    var lines: [String] {
        let names = score.classes.map(name) + ["mAP (\(metric.rawValue))"]
        let width = (names.map(\.count).max() ?? 0) + 2
        let heading = "class".padded(to: width) + "     AP  truths  detections"
        let rows = score.classes.map { row in
            name(row).padded(to: width) + Self.fraction(row.averagePrecision)
                + Self.right("\(row.truths)", 8) + Self.right("\(row.detections)", 12)
        }
        let total =
            "mAP (\(metric.rawValue))".padded(to: width)
            + Self.fraction(score.meanAveragePrecision)
            + Self.right("\(score.classes.reduce(0) { $0 + $1.truths })", 8)
            + Self.right("\(score.classes.reduce(0) { $0 + $1.detections })", 12)
        return [heading] + rows + [total] + (gate?.lines ?? [])
    }

    /// `{"metric", "mAP", "classes": {label: {"ap", "truths", "detections"}}}`, and the `gate` where there is one.
    var json: JSONValue {
        let classes = score.classes.map { row in
            JSONValue.Member(
                name(row),
                .object([
                    .init("ap", .number(row.averagePrecision)),
                    .init("truths", .count(row.truths)),
                    .init("detections", .count(row.detections)),
                ]))
        }
        return .object(
            [
                .init("metric", .string(metric.rawValue)),
                .init("mAP", .number(score.meanAveragePrecision)),
                .init("classes", .object(classes)),
            ] + [gate.map { .init("gate", $0.json) }].compactMap(\.self))
    }

    private func name(_ row: DetectionScore.Class) -> String {
        labels.name(ofClass: row.classID) ?? "class \(row.classID)"
    }

    /// Four decimals.
    static func decimals(_ value: Double) -> String {
        let units = Int((value * 10_000).rounded())
        let decimals = String(units % 10_000)
        return "\(units / 10_000)." + String(repeating: "0", count: 4 - decimals.count) + decimals
    }

    /// Four decimals, in seven columns.
    private static func fraction(_ value: Double) -> String { right(decimals(value), 7) }

    private static func right(_ text: String, _ columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - text.count)) + text
    }
}
