package import NeuralNetwork

extension Graph {
    /// The training graph of a base network with SSD's layers, losses and detections, node for node as
    /// SageMaker's container makes it.
    ///
    /// Images are (N, 3, side, side); the side decides which extra layers `vgg-16` gets and how far apart
    /// its anchors are, the other networks are of any size.
    package static func training(_ hyperparameters: Hyperparameters) -> Graph {
        // The base networks' classifier, which is cut off, had taken the first number.
        var builder = SymbolBuilder(counts: ["flatten": 1])
        let head = DetectionHead(
            classCount: hyperparameters.classCount,
            suppressionThreshold: hyperparameters.suppressionThreshold,
            suppressionTopCount: hyperparameters.suppressionTopCount)
        let maps: [(map: GraphEntry, name: String)]
        let anchors: [AnchorSymbol]
        switch hyperparameters.baseNetwork {
        case .resNet50: (maps, anchors) = (ResNet50.maps(&builder), AnchorSymbol.six)
        case .small: (maps, anchors) = (SmallNetwork.maps(&builder), AnchorSymbol.six)
        case .vgg16:
            let network = VGG16(side: hyperparameters.imageSide)
            (maps, anchors) = (network.maps(&builder), network.anchors)
        }
        let heads = head.heads(&builder, maps, anchors)
        return builder.graph(heads: heads)
    }
}
