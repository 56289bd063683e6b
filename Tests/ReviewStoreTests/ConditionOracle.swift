import Annotations
import Foundation
import HumanReview

@testable import ReviewStore

/// Tells what a condition lets through by a look at one loop, without a database.
///
/// It knows the loops of LoopListTests: which model saw one follows from its number.
struct ConditionOracle {
    let now: Timestamp

    func holds(_ condition: LoopCondition, of details: LoopDetails) -> Bool {
        let loop = details.loop
        let created = loop.creationTime.milliseconds
        switch condition {
        case .states(let states): return states.contains(loop.status)
        case .labels(let labels):
            let present =
                details.answers.isEmpty
                ? details.inputContent.proposals.map(\.label)
                : details.answers.flatMap { $0.boxes.map(\.label) }
            return !Set(labels).isDisjoint(with: present)
        case .score(let comparison, let score):
            return loop.score.map { compares($0, comparison, score) } ?? false
        case .hasNoScore: return loop.score == nil
        case .workers(let names):
            return !Set(names).isDisjoint(with: details.answers.map(\.worker.name))
        case .holders(let names):
            return !Set(names).isDisjoint(with: details.holders.map(\.name))
        case .isHeld: return !details.holders.isEmpty
        case .models(let models):
            let number = Int(loop.image.sha256.dropFirst(4)) ?? 0
            return models.contains(number < 80 ? "v1" : "v2")
        case .flows(let flows): return flows.contains(loop.flowDefinitionName)
        case .reasons(let reasons):
            return reasons.contains(
                details.inputContent.proposals.isEmpty ? .noDetection : .lowScore)
        case .age(let comparison, let age):
            return compares(now.milliseconds - created, comparison, age)
        case .created(let comparison, let span):
            return within(created, comparison, span)
        case .completed(let comparison, let span):
            guard loop.status == .completed, let end = details.answers.last?.submissionTime else {
                return false
            }
            return within(end.milliseconds, comparison, span)
        case .isBulk, .isImported, .isDisputed, .assignees: return false
        case .image(let glob):
            return fnmatch(
                glob, glob.contains("/") ? loop.image.path : loop.image.fileNameOnly, 0) == 0
        case .name(let prefix): return loop.name.hasPrefix(prefix)
        case .word(let word):
            return loop.image.fileNameOnly.lowercased().contains(word.lowercased())
        }
    }

    private func compares<Value: Comparable>(
        _ a: Value, _ comparison: LoopCondition.Comparison, _ b: Value
    ) -> Bool {
        switch comparison {
        case .less: a < b
        case .lessOrEqual: a <= b
        case .greater: a > b
        case .greaterOrEqual: a >= b
        case .equal: a == b
        }
    }

    private func within(
        _ time: Int64, _ comparison: LoopCondition.Comparison, _ span: TimeSpan
    ) -> Bool {
        switch comparison {
        case .less: time < span.start.milliseconds
        case .lessOrEqual: time < span.end.milliseconds
        case .greater: time >= span.end.milliseconds
        case .greaterOrEqual: time >= span.start.milliseconds
        case .equal: time >= span.start.milliseconds && time < span.end.milliseconds
        }
    }
}

extension ReviewImage {
    fileprivate var fileNameOnly: String { String(path.split(separator: "/").last ?? "") }
}
