import HumanReview
import OrderedJSON
import ReviewStore

nonisolated extension Deployment {
    /// The members of an entry besides its model.
    var json: [JSONValue.Member] {
        [
            .init("number", .integer(number)), .init("kind", .string(kind.rawValue)),
            .init("worker", .string(worker.name)), .init("time", .string(time.iso8601)),
        ]
    }
}
