package import Annotations

/// One set of boxes in a loop's history.
package struct LoopVersion: Hashable, Sendable {
    /// Whose boxes they are.
    package enum Origin: Hashable, Sendable {
        case model
        case worker(Worker)
        case consolidation
        /// What a lead settled.
        case lead(Worker)
    }

    package var origin: Origin
    /// The revision it belongs to, from 1; 0 for the model's.
    package var revision: Int
    package var time: Timestamp
    /// Active milliseconds of an answer; nil where nobody drew.
    package var activeMilliseconds: Int64?
    package var boxes: [LabeledBox]

    /// Whose boxes they are, in a word or two.
    package var title: String {
        switch origin {
        case .model: "model"
        case .worker(let worker): worker.name
        case .consolidation: "consolidated"
        case .lead(let lead): "settled by \(lead.name)"
        }
    }
}
