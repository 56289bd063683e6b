import Foundation
import OrderedJSON
import SingleShotDetector

/// Whether numbers of 16 bits may take the place of those of 32 for a model, on a processor.
///
/// They may where mean average precision loses no more than ``margin`` on the same images, and time is won: a
/// processor may know the instructions and yet do half as many multiplications a second by them.
nonisolated struct PrecisionGate: Hashable, Sendable {
    /// One precision's course over a data set.
    struct Measurement: Hashable, Sendable {
        var meanAveragePrecision: Double
        /// Of an image, with its decoding.
        var seconds: Double
    }

    /// Of mean average precision: less than a hundredth of what is there, and a fifteenth of what sixty reviewed photos
    /// win at a retraining.
    static let margin = 0.005

    var full: Measurement
    var half: Measurement

    /// What 16 bits lose; below zero where they win.
    var loss: Double { full.meanAveragePrecision - half.meanAveragePrecision }
    var isPrecise: Bool { loss <= Self.margin }
    var isFaster: Bool { half.seconds < full.seconds }
    var passes: Bool { isPrecise && isFaster }

    /// Lines for a person.
    var lines: [String] {
        let (from, to) = (full.meanAveragePrecision, half.meanAveragePrecision)
        return [
            "",
            "mAP         fp32 \(EvaluationReport.decimals(from))  bf16 "
                + "\(EvaluationReport.decimals(to))  \(isPrecise ? "within" : "not within") "
                + "\(EvaluationReport.decimals(Self.margin)) of it",
            "ms an image fp32 \(Self.milliseconds(full))  bf16 \(Self.milliseconds(half))",
            passes
                ? "bf16 may take fp32's place for this model on this machine"
                : "stay with fp32 for this model on this machine: bf16 is \(shortcoming)",
        ]
    }

    private var shortcoming: String {
        let reasons = [isPrecise ? nil : "less precise", isFaster ? nil : "no faster"]
        return reasons.compactMap(\.self).joined(separator: " and ")
    }

    /// `{"fp32", "bf16": {"mAP", "milliseconds"}, "margin", "passes"}`.
    var json: JSONValue {
        .object([
            .init("fp32", Self.json(full)), .init("bf16", Self.json(half)),
            .init("margin", .number(Self.margin)), .init("passes", .bool(passes)),
        ])
    }

    private static func json(_ measurement: Measurement) -> JSONValue {
        .object([
            .init("mAP", .number(measurement.meanAveragePrecision)),
            .init("milliseconds", .number(measurement.seconds * 1_000)),
        ])
    }

    private static func milliseconds(_ measurement: Measurement) -> String {
        String(format: "%.1f", measurement.seconds * 1_000)
    }
}
