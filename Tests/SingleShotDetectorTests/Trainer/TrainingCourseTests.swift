import NeuralNetwork
import Testing

@testable import SingleShotDetector

@Suite struct TrainingCourseTests {
    private func course(
        samples: Int, batch: Int, epochs: Int = 3, seed: Int = 233, _ more: [String: String] = [:]
    ) throws -> TrainingCourse {
        let values = [
            "num_classes": "1", "mini_batch_size": String(batch), "epochs": String(epochs),
        ].merging(more) { $1 }
        return TrainingCourse(try Hyperparameters(values), sampleCount: samples, seed: seed)
    }

    @Test func everySampleIsTakenOnceAnEpochAndTheLastBatchIsFilledFromTheFirst() throws {
        let course = try course(samples: 10, batch: 4)
        #expect(course.batchesPerEpoch == 3)
        let order = course.order(ofEpoch: 1)
        let taken = (0..<3).flatMap { batch in
            course.draws(at: .init(epoch: 1, batch: batch), order: order).map(\.sample)
        }
        #expect(taken.count == 12)
        #expect(taken.prefix(10).sorted() == Array(0..<10))
        #expect(Array(taken.suffix(2)) == Array(taken.prefix(2)))
    }

    @Test func aBatchLargerThanTheDataTakesThemInTurn() throws {
        let course = try course(samples: 3, batch: 8)
        let order = course.order(ofEpoch: 0)
        let taken = course.draws(at: .init(), order: order)
        #expect(taken.map(\.sample) == (0..<8).map { order[$0 % 3] })
        #expect(Set(taken.map(\.generator)).count == 8)
    }

    @Test func epochsAndSeedsShuffleDifferently() throws {
        let course = try course(samples: 50, batch: 4)
        #expect(course.order(ofEpoch: 0) != course.order(ofEpoch: 1))
        #expect(course.order(ofEpoch: 0) == course.order(ofEpoch: 0))
        let other = try self.course(samples: 50, batch: 4, seed: 1)
        #expect(course.order(ofEpoch: 0) != other.order(ofEpoch: 0))
    }

    @Test func placesFollowEachOtherToTheEnd() throws {
        let course = try course(samples: 10, batch: 4, epochs: 2)
        var places: [TrainingCourse.Place] = []
        var place: TrainingCourse.Place? = .init()
        while let next = place {
            places.append(next)
            place = course.place(after: next)
        }
        #expect(places.map(\.epoch) == [0, 0, 0, 1, 1, 1])
        #expect(places.map(\.batch) == [0, 1, 2, 0, 1, 2])
    }

    /// MXNet counts `num_training_samples // batch` updates an epoch, whatever the epochs really have.
    @Test func theLearningRateFallsByTheSamplesThatWereNamed() throws {
        let course = try course(
            samples: 10, batch: 4, epochs: 9,
            [
                "learning_rate": "0.1", "lr_scheduler_step": "2", "lr_scheduler_factor": "0.5",
                "num_training_samples": "8",
            ])
        // Two updates an epoch as named: the rate falls after update 4, in the second epoch of three.
        #expect(course.learningRate(at: .init(epoch: 1, batch: 0)) == 0.1)
        #expect(course.learningRate(at: .init(epoch: 1, batch: 1)) == 0.05)
    }

    @Test func trainingThatNoLongerGrowsStops() throws {
        let hyperparameters = try Hyperparameters([
            "num_classes": "1", "early_stopping": "True", "early_stopping_min_epochs": "4",
            "early_stopping_patience": "2", "early_stopping_tolerance": "0.1",
        ])
        var stopping = EarlyStopping(hyperparameters)
        // 0.52 is the best, but grows by less than a tenth.
        let precisions = [0.3, 0.5, 0.4, 0.52, 0.51]
        var best: [Bool] = []
        var stops: [Bool] = []
        for (epoch, precision) in precisions.enumerated() {
            best.append(stopping.isBest(precision))
            stops.append(stopping.stops(afterEpochs: epoch + 1))
        }
        #expect(best == [true, true, false, true, false])
        #expect(stops == [false, false, false, true, true])
        var never = EarlyStopping(nil)
        for epoch in 1...100 {
            _ = never.isBest(0.1)
            #expect(!never.stops(afterEpochs: epoch))
        }
    }
}
