package import NeuralNetwork

/// What an SSD graph consists of, found by walking back from its `MultiBoxDetection` node.
///
/// It may be a training graph, as SageMaker ships it, or a deploy graph.
package struct DetectionNetwork: Sendable {
    /// One map that anchors are laid on.
    package struct AnchorLayer: Hashable, Sendable {
        /// The map (N, C, H, W); only its extents matter to the anchors.
        package var source: GraphEntry
        package var attributes: MultiBoxPriorAttributes
    }

    package let graph: Graph
    /// The variable of the image (N, 3, S, S).
    package let inputName: String
    /// (N, classes + 1, anchors), before the softmax.
    package let logits: GraphEntry
    /// (N, 4 · anchors), an anchor's four numbers side by side.
    package let locations: GraphEntry
    /// In the order of the anchors.
    package let anchorLayers: [AnchorLayer]
    /// Nil in a deploy graph.
    package let target: MultiBoxTargetAttributes?
    package let detection: MultiBoxDetectionAttributes
    /// Nil in a deploy graph.
    package let classificationLoss: SoftmaxOutput?
    /// Nil in a deploy graph.
    package let locationLoss: MakeLoss?
    /// Where the smooth L1 loss turns from square to linear is 1 / scalar²; nil in a deploy graph.
    package let smoothL1Scalar: Double?
    /// Without the background.
    package let classCount: Int

    /// Finds the parts of a graph.
    ///
    /// - Throws: ``GraphError`` for what ``Graph/operations()`` refuses, and naming the part that is
    ///   missing or not as in an SSD network.
    package init(_ graph: Graph) throws(GraphError) {
        let parts = try NetworkParts(graph)
        self.graph = graph
        detection = parts.detection
        (logits, classificationLoss) = try parts.logits()
        locations = graph.nodes[parts.detectionNode].inputs[1]
        anchorLayers = try parts.anchorLayers()
        inputName = try parts.inputName(of: [logits, locations])
        (target, locationLoss, smoothL1Scalar) = parts.losses()
        classCount = try parts.classCount(
            logits: logits, inputName: inputName, anchorLayers: anchorLayers)
    }
}
