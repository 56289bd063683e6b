extension PlanBuilder {
    /// Copies the inputs of a transposition, reshaping or concatenation that were not written in place.
    func planMovement(_ operation: FusedOperation) throws {
        guard let target = place(of: operation.output) else {
            throw GraphError(node: operation.name, "has nowhere to be written to")
        }
        for (index, input) in operation.inputs.enumerated() {
            if let place = place(of: input), place.storage == target.storage { continue }
            let view = operation.view(ofInput: index, within: target.view, network.shapes)
            if let view {
                let part = PlannedPlace(storage: target.storage, view: view)
                try copy(tensor(of: input), to: part.tensor(), name: operation.name)
            } else {
                try reshape(input, to: target, operation)
            }
        }
        try store(operation.output, target.tensor(), name: operation.name)
    }

    /// Where the result's strides cannot say how the source lies, the source is put in order first.
    private func reshape(
        _ input: GraphEntry, to target: PlannedPlace, _ operation: FusedOperation
    ) throws {
        guard case .reshaping = operation.kind else {
            throw GraphError(node: operation.name, "its inputs do not fit its result")
        }
        let plain = try MemoryDescriptor(extents(of: input)).rowMajor()
        var source = try tensor(of: input, in: plain)
        source.layout = try MemoryDescriptor(target.view.extents).rowMajor()
        try copy(source, to: target.tensor(), name: operation.name)
    }
}
