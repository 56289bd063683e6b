internal import NeuralNetwork

/// Looks for the parts of ``DetectionNetwork`` in a graph whose operators are all understood.
struct NetworkParts {
    /// Large enough for every map of the networks there are.
    private static let trialSide = 512

    /// Many times those of any network there is, so that a hostile graph ends soon.
    private static let mostAnchorNodes = 4096
    private static let longestChain = 64

    let graph: Graph
    let operations: [Operation]
    let detectionNode: Int
    let detection: MultiBoxDetectionAttributes

    init(_ graph: Graph) throws(GraphError) {
        let operations = try graph.operations()
        let found = operations.indices.filter {
            if case .multiBoxDetection = operations[$0] { true } else { false }
        }
        guard found.count == 1, let node = found.first,
            case .multiBoxDetection(let attributes) = operations[node]
        else {
            throw GraphError(
                "the graph has \(found.count) MultiBoxDetection nodes: expected an SSD network's one"
            )
        }
        self.graph = graph
        self.operations = operations
        detectionNode = node
        detection = attributes
    }

    /// What the class probabilities are computed from, and the loss they are given.
    func logits() throws(GraphError) -> (GraphEntry, SoftmaxOutput?) {
        let node = origin(of: graph.nodes[detectionNode].inputs[0]).node
        switch operations[node] {
        case .softmaxOutput(let loss): return (graph.nodes[node].inputs[0], loss)
        case .softmax: return (graph.nodes[node].inputs[0], nil)
        default:
            throw GraphError(
                node: graph.nodes[node].name, "class probabilities must come from a softmax")
        }
    }

    /// The priors that the anchors are put together from.
    func anchorLayers() throws(GraphError) -> [DetectionNetwork.AnchorLayer] {
        var layers: [DetectionNetwork.AnchorLayer] = []
        var waiting = [graph.nodes[detectionNode].inputs[2]]
        var steps = 0
        while let entry = waiting.popLast() {
            let node = graph.nodes[entry.node]
            steps += 1
            guard layers.count + waiting.count <= Self.mostAnchorNodes, steps < Self.mostAnchorNodes
            else { throw GraphError(node: node.name, "there are too many layers of anchors") }
            switch operations[entry.node] {
            case .reshape, .flatten, .identity: waiting.append(node.inputs[0])
            case .concatenate(dimension: 1): waiting += node.inputs.reversed()
            case .multiBoxPrior(let attributes):
                layers.append(.init(source: node.inputs[0], attributes: attributes))
            default:
                throw GraphError(node: node.name, "anchors must come from MultiBoxPrior")
            }
        }
        return layers
    }

    /// The one variable that is data rather than a parameter.
    func inputName(of outputs: [GraphEntry]) throws(GraphError) -> String {
        let isNeeded = graph.ancestors(of: outputs)
        var names: Set<String> = []
        for (index, operation) in operations.enumerated() where isNeeded[index] {
            guard operation != .broadcastMultiply, let first = graph.nodes[index].inputs.first,
                graph.nodes[first.node].isVariable
            else { continue }
            names.insert(graph.nodes[first.node].name)
        }
        guard names.count == 1, let name = names.first else {
            throw GraphError(
                "the network reads \(names.count) variables as images: expected one, 'data'")
        }
        return name
    }

    /// What only a training graph has.
    func losses() -> (MultiBoxTargetAttributes?, MakeLoss?, Double?) {
        var target: MultiBoxTargetAttributes?
        var loss: MakeLoss?
        var scalar: Double?
        for (index, operation) in operations.enumerated() {
            switch operation {
            case .multiBoxTarget(let attributes): target = attributes
            case .smoothL1(let value): scalar = value
            case .makeLoss(let attributes):
                if case .smoothL1 = operations[origin(of: graph.nodes[index].inputs[0]).node] {
                    loss = attributes
                }
            default: break
            }
        }
        return (target, loss, scalar)
    }

    /// From the shapes for an image of some size, which thereby are known to go together.
    func classCount(
        logits: GraphEntry, inputName: String, anchorLayers: [DetectionNetwork.AnchorLayer]
    ) throws(GraphError) -> Int {
        let side = Self.trialSide
        let shapes = try graph.shapes(given: [inputName: [1, 3, side, side]])
        let shape = shapes[logits.node].dropFirst(logits.output).first ?? []
        let anchors = anchorLayers.reduce(0) { sum, layer in
            let map = shapes[layer.source.node].dropFirst(layer.source.output).first ?? []
            return sum + map.suffix(2).reduce(layer.attributes.anchorsPerCell, *)
        }
        guard shape.count == 3, shape[1] >= 2, shape[2] == anchors else {
            throw GraphError(
                node: graph.nodes[logits.node].name,
                "class scores of shape \(shape) do not fit \(anchors) anchors")
        }
        return shape[1] - 1
    }

    /// The entry that identities pass on, however many up to a number no network has.
    private func origin(of entry: GraphEntry) -> GraphEntry {
        var entry = entry
        for _ in 0..<Self.longestChain where operations[entry.node] == .identity {
            entry = graph.nodes[entry.node].inputs[0]
        }
        return entry
    }
}
