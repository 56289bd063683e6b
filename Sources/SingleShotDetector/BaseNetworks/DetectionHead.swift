internal import NeuralNetwork

/// What SSD puts on the maps of a base network: predictions, anchors, losses and detections, in the words
/// of SageMaker's training graph.
struct DetectionHead {
    let classCount: Int
    let suppressionThreshold: Double
    let suppressionTopCount: Int

    private static let variances = "(0.1, 0.1, 0.2, 0.2)"

    /// The four heads of a training graph on maps with their anchors.
    ///
    /// A map's predictions are named after the node given with it, which with VGG is not the map itself.
    func heads(
        _ builder: inout SymbolBuilder, _ maps: [(map: GraphEntry, name: String)],
        _ anchors: [AnchorSymbol]
    ) -> [GraphEntry] {
        var (locations, classes, priors): ([GraphEntry], [GraphEntry], [GraphEntry]) = ([], [], [])
        for ((map, name), anchor) in zip(maps, anchors) {
            locations.append(
                prediction(&builder, map, "\(name)_loc_pred_conv", anchor.count * 4))
            classes.append(
                prediction(
                    &builder, map, "\(name)_cls_pred_conv", anchor.count * (classCount + 1)))
            let prior = builder.node(
                "_contrib_MultiBoxPrior", "\(name)_anchors", anchor.attributes, map)
            priors.append(builder.unnamed("Flatten", "flatten", [:], prior))
        }
        return losses(
            &builder, locations: builder.concatenate(locations, "multibox_loc_pred"),
            logits: logits(&builder, classes), anchors: joined(&builder, priors))
    }

    /// A convolution whose channels come to lie side by side for each cell.
    private func prediction(
        _ builder: inout SymbolBuilder, _ map: GraphEntry, _ name: String, _ filters: Int
    ) -> GraphEntry {
        let convolution = builder.detectorConvolution(
            map, name, ConvolutionSymbol(filters: filters, kernel: 3, padding: 1))
        let transposed = builder.unnamed(
            "transpose", "transpose", ["axes": "(0, 2, 3, 1)"], convolution)
        return builder.unnamed("Flatten", "flatten", [:], transposed)
    }

    private func logits(_ builder: inout SymbolBuilder, _ classes: [GraphEntry]) -> GraphEntry {
        let all = builder.concatenate(classes)
        let cells = builder.unnamed(
            "Reshape", "reshape", ["shape": "(0, -1, \(classCount + 1))"], all)
        return builder.node("transpose", "multibox_cls_pred", ["axes": "(0, 2, 1)"], cells)
    }

    private func joined(_ builder: inout SymbolBuilder, _ priors: [GraphEntry]) -> GraphEntry {
        let all = builder.concatenate(priors)
        return builder.node("Reshape", "multibox_anchors", ["shape": "(0, -1, 4)"], all)
    }

    private func losses(
        _ builder: inout SymbolBuilder, locations: GraphEntry, logits: GraphEntry,
        anchors: GraphEntry
    ) -> [GraphEntry] {
        let label = builder.variable("label")
        let target = builder.node(
            "_contrib_MultiBoxTarget", "multibox_target", Self.target, anchors, label, logits)
        let (mask, classes) = (
            GraphEntry(node: target.node, output: 1), GraphEntry(node: target.node, output: 2)
        )
        let probabilities = builder.node("SoftmaxOutput", "cls_prob", Self.softmax, logits, classes)
        let difference = builder.unnamed("elemwise_sub", "_minus", [:], locations, target)
        let masked = builder.unnamed("elemwise_mul", "_mul", [:], mask, difference)
        let smooth = builder.node("smooth_l1", "loc_loss_", ["scalar": "1.0"], masked)
        let locationLoss = builder.node(
            "MakeLoss", "loc_loss", ["grad_scale": "1.0", "normalization": "valid"], smooth)
        let classLabel = builder.node("MakeLoss", "cls_label", ["grad_scale": "0"], classes)
        let detection = builder.node(
            "_contrib_MultiBoxDetection", "detection", detectionAttributes, probabilities,
            locations, anchors)
        let output = builder.node("MakeLoss", "det_out", ["grad_scale": "0"], detection)
        return [probabilities, locationLoss, classLabel, output]
    }

    private static let target = [
        "overlap_threshold": "0.5", "ignore_label": "-1", "negative_mining_ratio": "3",
        "minimum_negative_samples": "0", "negative_mining_thresh": "0.5", "variances": variances,
    ]

    private static let softmax = [
        "ignore_label": "-1", "use_ignore": "True", "grad_scale": "1.0", "multi_output": "True",
        "normalization": "valid",
    ]

    private var detectionAttributes: [String: String] {
        [
            "force_suppress": "False", "nms_threshold": "\(suppressionThreshold)",
            "nms_topk": "\(suppressionTopCount)", "variances": Self.variances,
        ]
    }
}
