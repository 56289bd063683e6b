import Annotations
import Testing

@Suite struct PredictionTests {
    private func detection(_ label: String, _ score: Double) -> Detection {
        Detection(
            label: label, score: score,
            box: NormalizedBox(minimumX: 0, minimumY: 0, maximumX: 1, maximumY: 1))
    }

    @Test func theStrongestDetectionNeedsNoOrder() {
        let prediction = Prediction(
            modelVersion: "1",
            detections: [detection("a", 0.2), detection("b", 0.9), detection("c", 0.9)])
        #expect(prediction.strongest?.label == "b")
        #expect(Prediction(modelVersion: "1", detections: []).strongest == nil)
    }

    @Test func theTwentyClassesStandInSageMakersOrder() {
        #expect(LabelMap.pascalVOC.names.count == 20)
        #expect(LabelMap.pascalVOC.classID(of: "person") == 14)
        #expect(LabelMap.pascalVOC.name(ofClass: 19) == "tvmonitor")
        #expect(LabelMap.pascalVOC.name(ofClass: 20) == nil)
    }
}
