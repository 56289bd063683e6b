/// What a deploy graph does not tell is as in SageMaker's training graph (contract §7.1, §7.6).
extension MultiBoxTargetAttributes {
    /// SageMaker's `multibox_target`.
    package static var singleShot: Self {
        MultiBoxTargetAttributes(
            overlapThreshold: 0.5, ignoredLabel: -1, negativeMiningRatio: 3,
            negativeMiningThreshold: 0.5, variances: [0.1, 0.1, 0.2, 0.2])
    }
}

extension SoftmaxOutput {
    /// SageMaker's `cls_prob`.
    package static var singleShot: Self {
        SoftmaxOutput(gradientScale: 1, ignoredLabel: -1, normalization: .valid)
    }
}

extension MakeLoss {
    /// SageMaker's `loc_loss`.
    package static var singleShot: Self {
        MakeLoss(gradientScale: 1, normalization: .valid, validThreshold: 0)
    }
}
