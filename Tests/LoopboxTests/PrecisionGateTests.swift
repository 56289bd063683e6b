import Testing

@testable import loopbox

@Suite struct PrecisionGateTests {
    private func gate(_ mAP: Double, _ seconds: Double) -> PrecisionGate {
        PrecisionGate(
            full: .init(meanAveragePrecision: 0.9, seconds: 0.010),
            half: .init(meanAveragePrecision: mAP, seconds: seconds))
    }

    @Test func bothPrecisionAndTimeAreAskedFor() {
        #expect(gate(0.896, 0.006).passes)
        #expect(gate(0.91, 0.006).passes)
        #expect(!gate(0.894, 0.006).passes)
        #expect(!gate(0.9, 0.010).passes)
    }

    @Test func theVerdictSaysWhatIsMissing() {
        #expect(
            gate(0.9, 0.006).lines.last
                == "bf16 may take fp32's place for this model on this machine")
        #expect(gate(0.8, 0.02).lines.last?.hasSuffix("bf16 is less precise and no faster") == true)
        #expect(gate(0.8, 0.006).lines.last?.hasSuffix("bf16 is less precise") == true)
        #expect(gate(0.9, 0.02).lines.last?.hasSuffix("bf16 is no faster") == true)
        #expect(
            gate(0.8954, 0.02).lines[1].hasSuffix("fp32 0.9000  bf16 0.8954  within 0.0050 of it"))
    }
}
