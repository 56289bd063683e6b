/// The sum of two tensors of one shape; each input gets the sum's gradient as it is.
final class AdditionLayer: TrainingLayer {
    let output: TrainingTensor
    private let inputs: [TrainingTensor]

    init(
        _ name: String, _ first: TrainingTensor, _ second: TrainingTensor,
        _ builder: TrainingBuilder
    ) throws {
        let second = try builder.converted(second, to: first.layout)
        inputs = [first, second]
        output = TrainingTensor(
            name, try builder.memory(first.layout),
            needsGradient: first.needsGradient || second.needsGradient)
        try builder.appendSum(of: first.memory, and: second.memory, to: output.memory, name: name)
    }

    func layOutBackward(_ builder: TrainingBuilder) throws {
        for input in inputs { try builder.passGradient(of: output, to: input) }
    }
}
