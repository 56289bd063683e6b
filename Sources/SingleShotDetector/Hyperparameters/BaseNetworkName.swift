/// The networks that detectors are built on, as `base_network` names them.
package enum BaseNetworkName: String, CaseIterable, Sendable {
    /// VGG-16 with fc6 and fc7 as convolutions (Liu and others, 2016).
    case vgg16 = "vgg-16"
    /// ResNet-50 with pre-activation (He and others, 2016).
    case resNet50 = "resnet-50"
    /// Loopbox's own, for machines without a graphics card; SageMaker does not know it.
    case small
}
