import Glibc

/// The files of a training, named by the model it is to make.
nonisolated struct TrainingFiles {
    /// The model: the best so far, in the end the best.
    let output: String
    let log: String

    init(output: String, log: String?) {
        self.output = output
        self.log = log ?? output + ".log"
    }

    /// Makes sure that there is a directory for them, before hours are spent.
    ///
    /// - Throws: ``CommandError`` naming it.
    func check() throws {
        let slash = output.lastIndex(of: "/")
        let directory = slash.map { $0 == output.startIndex ? "/" : String(output[..<$0]) } ?? "."
        guard access(directory, W_OK) == 0 else {
            throw CommandError(
                "\(output): \(String(cString: strerror(errno))); --output needs a directory that is "
                    + "there and can be written to")
        }
    }

    /// What an interrupted training goes on from; it goes when the training is over.
    var checkpoint: String { output + ".checkpoint" }
}
