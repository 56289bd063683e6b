/// The files of a training, named by the model it is to make.
nonisolated struct TrainingFiles {
    /// The model: the best so far, in the end the best.
    let output: String
    let log: String

    init(output: String, log: String?) {
        self.output = output
        self.log = log ?? output + ".log"
    }

    /// What an interrupted training goes on from; it goes when the training is over.
    var checkpoint: String { output + ".checkpoint" }
}
