/// A training whose numbers grew until they were none.
package struct TrainingDivergence: Error, CustomStringConvertible {
    private let place: TrainingCourse.Place

    init(_ place: TrainingCourse.Place) { self.place = place }

    package var description: String {
        "the training diverged in epoch \(place.epoch + 1), batch \(place.batch + 1): its numbers are no longer "
            + "finite; the output is the best model before; begin again with a lower learning_rate"
    }
}
