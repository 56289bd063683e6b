package import NeuralNetwork

/// Which samples a training takes in what order, and at what learning rate: all that follows from its
/// hyperparameters, the number of samples and the seed.
///
/// Every epoch shuffles anew. A last batch that is not full is filled from the epoch's own beginning
/// (`round_batch` of MXNet's iterators), so that every sample is taken at least once an epoch.
package struct TrainingCourse: Hashable, Sendable {
    package let epochs: Int
    package let sampleCount: Int
    package let batchSize: Int
    package let schedule: LearningRateSchedule
    package let seed: Int

    /// The seed of the original's shuffle.
    package static let standardSeed = 233

    /// A course over at least one sample.
    package init(_ hyperparameters: Hyperparameters, sampleCount: Int, seed: Int) {
        epochs = hyperparameters.epochs
        self.sampleCount = sampleCount
        batchSize = hyperparameters.batchSize
        self.seed = seed
        schedule = LearningRateSchedule(
            base: hyperparameters.learningRate, factor: hyperparameters.learningRateFactor,
            epochs: hyperparameters.learningRateSteps,
            sampleCount: hyperparameters.trainingSampleCount ?? sampleCount,
            batchSize: hyperparameters.batchSize)
    }

    /// How many batches an epoch has.
    package var batchesPerEpoch: Int { (sampleCount + batchSize - 1) / batchSize }

    /// A batch's place.
    package struct Place: Hashable, Sendable {
        /// From 0.
        package var epoch: Int
        /// From 0, in its epoch.
        package var batch: Int

        /// A place.
        package init(epoch: Int = 0, batch: Int = 0) {
            self.epoch = epoch
            self.batch = batch
        }
    }

    /// One image of a batch.
    package struct Draw: Hashable, Sendable {
        /// Which sample.
        package var sample: Int
        /// What its augmentation is drawn from.
        package var generator: TrainingGenerator
    }

    /// Whether a place that was read is one of this course.
    func contains(_ place: Place) -> Bool {
        (0..<epochs).contains(place.epoch) && (0..<batchesPerEpoch).contains(place.batch)
    }

    /// The batch after another; nil after the last.
    package func place(after place: Place) -> Place? {
        if place.batch + 1 < batchesPerEpoch {
            return Place(epoch: place.epoch, batch: place.batch + 1)
        }
        return place.epoch + 1 < epochs ? Place(epoch: place.epoch + 1) : nil
    }

    /// The samples of an epoch in their order.
    package func order(ofEpoch epoch: Int) -> [Int] {
        var generator = TrainingGenerator(seed: seed, epoch)
        return generator.permutation(sampleCount)
    }

    /// The images of a batch, given its epoch's order.
    package func draws(at place: Place, order: [Int]) -> [Draw] {
        (0..<batchSize).map { index in
            let position = place.batch * batchSize + index
            return Draw(
                sample: order[position % sampleCount],
                generator: TrainingGenerator(seed: seed, place.epoch, position, 1))
        }
    }

    /// The learning rate of a batch.
    package func learningRate(at place: Place) -> Double {
        schedule.rate(atUpdate: place.epoch * batchesPerEpoch + place.batch + 1)
    }
}
