internal import SingleShotDetector

/// A network at a size, with parameters that are the same in every run.
struct MeasuredNetwork {
    let name: String
    let side: Int
    /// What share of the faster other engine's time it may take.
    let target: Double

    private static let all = [
        MeasuredNetwork(name: "resnet-50", side: 300, target: 1.05),
        MeasuredNetwork(name: "resnet-50", side: 512, target: 0.97),
        MeasuredNetwork(name: "vgg-16", side: 300, target: 0.70),
        MeasuredNetwork(name: "small", side: 300, target: 1),
    ]

    /// The networks whose name and size begin with a text.
    static func beginning(with text: String) -> [MeasuredNetwork] {
        all.filter { "\($0.name)-\($0.side)".hasPrefix(text) }
    }

    func artifact() throws -> ModelArtifact {
        let hyperparameters = try Hyperparameters([
            "base_network": name, "num_classes": "20", "num_training_samples": "1",
            "image_shape": "\(side)",
        ])
        return try ModelArtifact.untrained(hyperparameters, seed: 7)
    }
}
