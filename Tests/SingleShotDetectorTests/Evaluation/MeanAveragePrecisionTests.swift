import Annotations
import OrderedJSON
import SingleShotDetector
import Testing

/// Precision against numpy's, see `References/mean_average_precision.py`.
@Suite struct MeanAveragePrecisionTests {
    @Test func equalsNumpyForEveryClassMetricAndThreshold() throws {
        let reference = try ReferenceFile.read("mean_average_precision.json")
        for expected in reference["results"]?.elements ?? [] {
            var measure = MeanAveragePrecision(
                overlapThreshold: try #require(expected["threshold"]?.double))
            for image in reference["images"]?.elements ?? [] {
                measure.add(
                    (image["detections"]?.elements ?? []).map(Self.detection),
                    truths: (image["truths"]?.elements ?? []).map(Self.truth))
            }
            guard case .string(let name) = expected["metric"],
                case .object(let classes) = expected["classes"]
            else { return #expect(Bool(false), "the reference is damaged") }
            let metric = try #require(MeanAveragePrecision.Interpolation(rawValue: name))
            let score = measure.result(metric)
            #expect(score.classes.map { String($0.classID) } == classes.map(\.name))
            for (ours, theirs) in zip(score.classes, classes) {
                #expect(abs(ours.averagePrecision - (theirs.value.double ?? -1)) < 1e-12)
            }
            #expect(abs(score.meanAveragePrecision - (expected["mAP"]?.double ?? -1)) < 1e-12)
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
        let values = row.doubles
        return ClassDetection(classID: Int(values[0]), score: values[1], box: box(values[2...]))
    }

    private static func truth(_ row: JSONValue) -> MeanAveragePrecision.Truth {
        let values = row.doubles
        return MeanAveragePrecision.Truth(
            classID: Int(values[0]), box: box(values[1...4]), isDifficult: values[5] != 0)
    }

    private static func box(_ values: ArraySlice<Double>) -> NormalizedBox {
        let values = Array(values)
        return NormalizedBox(
            minimumX: values[0], minimumY: values[1], maximumX: values[2], maximumY: values[3])
    }
}
