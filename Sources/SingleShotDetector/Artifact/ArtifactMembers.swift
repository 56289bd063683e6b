internal import NeuralNetwork

/// The files of an artifact, as they come out of an archive in any order.
struct ArtifactMembers {
    private var graph: (name: String, value: Graph)?
    private var parameters: (name: String, value: ParameterSet)?
    private var hyperparameters: [String: String]?

    init(_ reader: inout ArchiveReader) throws(ArtifactError) {
        while let member = try reader.next() {
            let name = member.name
            do throws(ArtifactError) {
                try take(member)
            } catch {
                throw ArtifactError(member: name, error.reason)
            }
        }
    }

    /// Files of other names are passed over.
    private mutating func take(_ member: consuming ArchiveMember) throws(ArtifactError) {
        let name = member.name
        guard !name.contains("/"), !name.hasPrefix(".") else { return }
        if name.hasSuffix(".params") {
            try refuse(name, ifThereIs: parameters?.name)
            var reader = ParameterFileReader(member)
            parameters = (name, try reader.read())
        } else if name.hasSuffix("-symbol.json") {
            try refuse(name, ifThereIs: graph?.name)
            let text = try Self.text(&member, limit: SymbolReader.longestText)
            graph = (name, try SymbolReader(text).graph())
        } else if name == "hyperparams.json" {
            try refuse(name, ifThereIs: hyperparameters.map { _ in name })
            let text = try Self.text(&member, limit: HyperparameterFile.longestText)
            hyperparameters = try HyperparameterFile.read(text)
        }
    }

    private func refuse(_ name: String, ifThereIs other: String?) throws(ArtifactError) {
        guard let other else { return }
        throw ArtifactError("the archive holds '\(other)' too: expected one model")
    }

    private static func text(
        _ member: inout ArchiveMember, limit: Int
    ) throws(ArtifactError) -> [UInt8] {
        guard member.remaining <= limit else {
            throw ArtifactError("\(member.remaining) bytes are more than the \(limit) allowed")
        }
        return try member.bytes(member.remaining, "the file")
    }

    /// The whole, its parts checked against each other.
    func artifact() throws(ArtifactError) -> ModelArtifact {
        guard let graph else { throw missing("*-symbol.json") }
        guard let parameters else { throw missing("*.params") }
        if let fault = try fault(of: parameters.value, in: graph) {
            throw ArtifactError(member: parameters.name, fault)
        }
        return ModelArtifact(
            graph: graph.value, parameters: parameters.value,
            hyperparameters: hyperparameters ?? [:])
    }

    private func fault(
        of parameters: ParameterSet, in graph: (name: String, value: Graph)
    ) throws(ArtifactError) -> String? {
        do throws(GraphError) {
            return try ParameterCheck(try DetectionNetwork(graph.value)).fault(of: parameters)
        } catch {
            throw ArtifactError(member: graph.name, error.description)
        }
    }

    private func missing(_ pattern: String) -> ArtifactError {
        ArtifactError("the archive has no file '\(pattern)' at its root: expected a model.tar.gz")
    }
}
