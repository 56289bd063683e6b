/// A network's body as steps for inference, each reading only what steps before it wrote.
struct FusedNetwork {
    var operations: [FusedOperation]
    /// The extents of every value that a step reads or writes.
    var shapes: [GraphEntry: [Int]]
    /// Parameters that steps read as tensors.
    var constants: [GraphEntry: Tensor]
    var input: GraphEntry
    /// Done to the data as it is taken in.
    var inputNormalization: FixedNormalization?
    var outputs: [GraphEntry]
}
