internal import NeuralNetwork

extension ModelArtifact {
    /// Writes a `model.tar.gz` with the files that SageMaker's has, so that it and MXNet read it.
    ///
    /// The file is there whole or not at all: it is written beside the target, flushed, renamed, and the
    /// directory flushed.
    ///
    /// - Throws: ``ArtifactError`` naming the file.
    package func write(_ path: String) throws(ArtifactError) {
        try ArtifactError.naming(path) { () throws(ArtifactError) in
            let file = try ReplacedFile(path)
            try file.replace { descriptor throws(ArtifactError) in try write(into: descriptor) }
        }
    }

    private func write(into descriptor: Int32) throws(ArtifactError) {
        let archive = try ArchiveWriter(descriptor: descriptor)
        let file = ParameterFileWriter(parameters)
        try archive.begin("model_algo_1-0000.params", size: file.size)
        try file.write { bytes throws(ArtifactError) in try archive.put(bytes) }
        try archive.put("model_algo_1-symbol.json", SymbolWriter(graph: graph).bytes)
        try archive.put("hyperparams.json", HyperparameterFile.bytes(of: hyperparameters))
        try archive.finish()
    }
}
