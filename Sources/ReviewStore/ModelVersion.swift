package import Annotations
package import HumanReview

/// A detector that a workspace keeps, under a name that is never given to another one.
package struct ModelVersion: Hashable, Sendable {
    package var name: String
    /// Lower-case hexadecimal SHA-256 of the artifact's bytes.
    package var sha256: String
    /// Where the artifact is, from the directory of the workspace's store.
    package var path: String
    package var creationTime: Timestamp
    /// SageMaker's `base_network`, or what stands for it.
    package var baseNetwork: String
    /// The names of its class ids.
    package var labels: LabelMap
    /// Mean average precision on the set it was last evaluated on, 0 to 1.
    package var evaluation: Double?
    /// The version it was trained from.
    package var parent: String?
    /// What the engine measured on this machine about how to run it, in its own words.
    package var tuning: String?

    /// A version.
    package init(
        name: String, sha256: String, path: String, creationTime: Timestamp, baseNetwork: String,
        labels: LabelMap, evaluation: Double? = nil, parent: String? = nil, tuning: String? = nil
    ) {
        self.name = name
        self.sha256 = sha256
        self.path = path
        self.creationTime = creationTime
        self.baseNetwork = baseNetwork
        self.labels = labels
        self.evaluation = evaluation
        self.parent = parent
        self.tuning = tuning
    }
}
