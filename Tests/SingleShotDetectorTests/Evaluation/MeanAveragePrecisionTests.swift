import Annotations
import Foundation
import OrderedJSON
import SingleShotDetector
import Testing

@Suite struct MeanAveragePrecisionTests {
    /// Images and what numpy makes of them, see `References/mean_average_precision.py`.
    private static func reference() throws -> JSONValue {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
            .appendingPathComponent("References/mean_average_precision.json")
        return try JSONParser().parse([UInt8](try Data(contentsOf: file)))
    }

    @Test func equalsNumpyForEveryClassMetricAndThreshold() throws {
        let reference = try Self.reference()
        for expected in array(reference["results"]) {
            var measure = MeanAveragePrecision(
                overlapThreshold: try #require(number(expected["threshold"])))
            for image in array(reference["images"]) {
                measure.add(
                    array(image["detections"]).map(Self.detection),
                    truths: array(image["truths"]).map(Self.truth))
            }
            guard case .string(let name) = expected["metric"],
                case .object(let classes) = expected["classes"]
            else { return #expect(Bool(false), "the reference is damaged") }
            let metric = try #require(MeanAveragePrecision.Interpolation(rawValue: name))
            let score = measure.result(metric)
            #expect(score.classes.map { String($0.classID) } == classes.map(\.name))
            for (ours, theirs) in zip(score.classes, classes) {
                #expect(abs(ours.averagePrecision - (number(theirs.value) ?? -1)) < 1e-12)
            }
            #expect(abs(score.meanAveragePrecision - (number(expected["mAP"]) ?? -1)) < 1e-12)
        }
    }

    @Test func nothingMeasuredIsNothingFound() {
        #expect(MeanAveragePrecision().result(.area).meanAveragePrecision == 0)
        #expect(MeanAveragePrecision().result(.voc07).classes.isEmpty)
    }

    @Test func imagesWithoutObjectsDoNotCount() {
        var measure = MeanAveragePrecision()
        let box = NormalizedBox(minimumX: 0, minimumY: 0, maximumX: 1, maximumY: 1)
        measure.add([ClassDetection(classID: 0, score: 0.9, box: box)], truths: [])
        #expect(measure.result(.area).classes.isEmpty)
    }

    private static func detection(_ row: JSONValue) -> ClassDetection {
        let values = array(row).compactMap(number)
        return ClassDetection(classID: Int(values[0]), score: values[1], box: box(values[2...]))
    }

    private static func truth(_ row: JSONValue) -> MeanAveragePrecision.Truth {
        let values = array(row).compactMap(number)
        return MeanAveragePrecision.Truth(
            classID: Int(values[0]), box: box(values[1...4]), isDifficult: values[5] != 0)
    }

    private static func box(_ values: ArraySlice<Double>) -> NormalizedBox {
        let values = Array(values)
        return NormalizedBox(
            minimumX: values[0], minimumY: values[1], maximumX: values[2], maximumY: values[3])
    }
}

private func array(_ value: JSONValue?) -> [JSONValue] {
    if case .array(let items) = value { return items }
    return []
}

private func number(_ value: JSONValue?) -> Double? {
    switch value {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    default: nil
    }
}
