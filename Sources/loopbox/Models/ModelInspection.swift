import NeuralNetwork
import SingleShotDetector

/// What a workspace wants to know of a model before it takes it.
nonisolated struct ModelInspection {
    /// SageMaker's `base_network`.
    let baseNetwork: String
    /// Without the background.
    let classCount: Int

    /// Reads a whole artifact, so that one that is damaged or no SSD network is refused now.
    ///
    /// - Throws: ``CommandError`` naming the file and what is wrong with it.
    init(path: String) throws {
        try self.init(path) { () throws(ArtifactError) in try ModelArtifact.read(path) }
    }

    /// Reads the bytes of a whole artifact, which are those of a file.
    ///
    /// - Throws: ``CommandError`` naming the file and what is wrong with it.
    init(_ bytes: [UInt8], of path: String) throws {
        try self.init(path) { () throws(ArtifactError) in try ModelArtifact.read(bytes, of: path) }
    }

    private init(_ path: String, read: () throws(ArtifactError) -> ModelArtifact) throws {
        let artifact: ModelArtifact
        do {
            artifact = try read()
        } catch {
            throw CommandError("\(error)")
        }
        do {
            classCount = try DetectionNetwork(artifact.graph).classCount
        } catch {
            throw CommandError("\(path): \(error)")
        }
        baseNetwork = artifact.hyperparameters["base_network"] ?? "unknown"
    }
}
