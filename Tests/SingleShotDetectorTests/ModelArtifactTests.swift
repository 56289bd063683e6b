import SingleShotDetector
import Testing

@Suite("Model artifact")
struct ModelArtifactTests {
    @Test("precisions are named as the command line names them")
    func precisionNames() {
        #expect(DetectorOptions.Precision(rawValue: "bf16") == .bf16)
        #expect(DetectorOptions.Precision(rawValue: "int4") == nil)
    }
}
