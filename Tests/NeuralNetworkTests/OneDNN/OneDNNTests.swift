internal import COneDNN
import Testing

@testable import NeuralNetwork

@Suite("oneDNN")
struct OneDNNTests {
    let engine: OneDNNEngine

    init() throws {
        engine = try OneDNNEngine()
    }

    @Test("a blocked layout pads the channels and comes back as it was")
    func reordersThereAndBack() throws {
        let plain = try MemoryDescriptor([1, 3, 2, 2], layout: dnnl_nchw)
        let blocked = try MemoryDescriptor([1, 3, 2, 2], layout: dnnl_nChw16c)
        #expect(plain.extents == [1, 3, 2, 2])
        #expect(blocked.byteCount == 16 * 4 * 4)
        let numbers = (0..<12).map(Float.init)
        let from = try OneDNNMemory(plain, in: AlignedBuffer(numbers), engine: engine)
        let middle = try OneDNNMemory(blocked, engine: engine)
        let to = try OneDNNMemory(plain, engine: engine)
        try Primitive.reorder(from, to: middle, engine: engine, name: "there")
        try Primitive.reorder(middle, to: to, engine: engine, name: "back")
        #expect(middle.buffer.floats[16] == 1)
        #expect(Array(to.buffer.floats.prefix(12)) == numbers)
    }

    @Test("a refusal says what was tried and why it failed")
    func refusalNamesTheAttempt() throws {
        let one = try MemoryDescriptor([1, 16, 4, 4])
        let other = try MemoryDescriptor([1, 32, 4, 4])
        let geometry = WindowGeometry(
            kernel: Extent(1, 1), stride: Extent(1, 1), padding: Extent(0, 0),
            input: Extent(4, 4), output: Extent(4, 4))
        let attributes = try PrimitiveAttributes([.sum, .rectify])
        #expect(
            throws: OneDNNError(status: "invalid_arguments", attempt: "describe convolution 'c'")
        ) {
            _ = try PrimitiveDescriptor.convolution(
                ConvolutionDescription(
                    source: one, weights: other, destination: other, geometry: geometry),
                attributes: attributes, engine: engine, name: "convolution 'c'")
        }
    }

    @Test("a tensor that reaches past its buffer is refused")
    func refusesSmallBuffers() throws {
        let layout = try MemoryDescriptor([1, 16, 64, 64], layout: dnnl_nchw)
        let buffer = AlignedBuffer(byteCount: 64)
        #expect(throws: OneDNNError.self) {
            _ = try OneDNNMemory(layout, in: buffer, engine: engine)
        }
    }
}
