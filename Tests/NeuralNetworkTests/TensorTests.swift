import NeuralNetwork
import Testing

@Suite("Tensor")
struct TensorTests {
    @Test("a shape that overflows or is negative has no count")
    func countIsChecked() {
        #expect(Tensor.count(of: [2, 3]) == 6)
        #expect(Tensor.count(of: []) == 1)
        #expect(Tensor.count(of: [1 << 40, 1 << 40]) == nil)
        #expect(Tensor.count(of: [-1, 0]) == nil)
        #expect(Tensor(shape: [2], elements: [1]) == nil)
    }
}
