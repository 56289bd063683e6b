package import NeuralNetwork

extension DetectionNetwork {
    /// The graph for inference alone, as MXNet's `deploy.py` makes it: one head, `detection`, whose class
    /// probabilities come from a plain softmax; the parameters are the same.
    package var deployGraph: Graph {
        var nodes = graph.nodes
        guard
            let detection = nodes.firstIndex(where: {
                $0.operatorName.hasSuffix("MultiBoxDetection")
            })
        else { return graph }
        let probabilities = nodes[detection].inputs[0].node
        nodes[probabilities] = GraphNode(
            "SoftmaxActivation", name: nodes[probabilities].name, attributes: ["mode": "channel"],
            inputs: [logits])
        var order = SymbolOrder(nodes)
        order.visit(detection)
        return order.graph(heads: [GraphEntry(node: detection)])
    }
}
