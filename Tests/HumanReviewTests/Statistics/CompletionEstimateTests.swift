import HumanReview
import TestSupport
import Testing

/// The estimate's range against what happened in simulated teams.
@Suite struct CompletionEstimateTests {
    /// A team whose working hours bring a Poisson number of loops about a rate that is itself drawn from
    /// a gamma distribution of an integral shape: good and bad hours.
    struct Team: Sendable, CustomTestStringConvertible {
        let mean: Double
        let shape: Int
        let hours: Int
        let remaining: Int

        var testDescription: String {
            "\(hours) hours of \(mean) ± shape \(shape), \(remaining) left"
        }

        func hour(_ random: inout SeededGenerator) -> Int {
            let exponentials = (0..<shape).reduce(0) { sum, _ in sum + Self.exponential(&random) }
            let rate = mean * exponentials / Double(shape)
            var (count, time) = (0, Self.exponential(&random))
            while time < rate {
                count += 1
                time += Self.exponential(&random)
            }
            return count
        }

        /// Without a logarithm: von Neumann's comparison method (1951).
        private static func exponential(_ random: inout SeededGenerator) -> Double {
            var whole = 0.0
            while true {
                let first = Double.random(in: 0..<1, using: &random)
                var (last, runs) = (first, 1)
                while true {
                    let next = Double.random(in: 0..<1, using: &random)
                    guard next < last else { break }
                    (last, runs) = (next, runs + 1)
                }
                if runs % 2 == 1 { return whole + first }
                whole += 1
            }
        }

        /// The working hours the remaining loops took.
        func outcome(_ random: inout SeededGenerator) -> Double {
            var (left, hours) = (Double(remaining), 0.0)
            while true {
                let done = Double(hour(&random))
                guard done > 0 else { continue }
                if done >= left { return hours + left / done }
                left -= done
                hours += 1
            }
        }
    }

    static let teams = [
        Team(mean: 30, shape: 4, hours: 40, remaining: 600),
        Team(mean: 12, shape: 2, hours: 60, remaining: 900),
        Team(mean: 80, shape: 6, hours: 24, remaining: 2_000),
        Team(mean: 50, shape: 3, hours: 100, remaining: 20_000),
    ]

    @Test(arguments: teams) func fourInFiveOutcomesAreInTheRange(team: Team) throws {
        var random = SeededGenerator(seed: 11)
        let simulations = 250
        var (inside, below) = (0, 0)
        for _ in 0..<simulations {
            let history = (0..<team.hours).map { _ in team.hour(&random) }
            let estimate = try #require(
                CompletionEstimate(remaining: team.remaining, history: history))
            let outcome = team.outcome(&random)
            let range = estimate.workingHours
            if outcome >= range.low && outcome <= range.high { inside += 1 }
            if outcome < range.middle { below += 1 }
        }
        let share = Double(inside) / Double(simulations)
        #expect(share >= 0.7 && share <= 0.9, "the range held \(share)")
        let sooner = Double(below) / Double(simulations)
        #expect(sooner > 0.35 && sooner < 0.65, "the middle is a middle: \(sooner) were sooner")
    }

    @Test func idleHoursLengthenTheClocksHoursOnly() throws {
        let busy = Array(repeating: 10, count: 20)
        let idle = (0..<60).map { $0 % 3 == 0 ? 10 : 0 }
        let one = try #require(CompletionEstimate(remaining: 100, history: busy))
        let other = try #require(CompletionEstimate(remaining: 100, history: idle))
        #expect(one.workingHours.middle == 10 && other.workingHours.middle == 10)
        #expect(one.clockHours.middle == 10)
        #expect(abs(other.clockHours.middle - 30) < 1)
    }

    @Test func tooLittleToGoByGivesNoEstimate() {
        #expect(CompletionEstimate(remaining: 10, history: [0, 5, 0, 5]) == nil)
        #expect(CompletionEstimate(remaining: 0, history: [5, 5, 5, 5]) == nil)
        #expect(CompletionEstimate(remaining: 10, history: []) == nil)
    }

    @Test func theSameHistoryGivesTheSameEstimate() {
        let history = (0..<50).map { $0 * 7 % 13 }
        #expect(
            CompletionEstimate(remaining: 500, history: history)
                == CompletionEstimate(remaining: 500, history: history))
    }

    @Test func hugeQueuesDoNotOverflow() throws {
        let estimate = try #require(
            CompletionEstimate(remaining: .max, history: [1, 1, 1, 2]))
        #expect(estimate.workingHours.low > 1e17)
        #expect(estimate.finish(from: Timestamp(milliseconds: 0)).high.milliseconds > 0)
    }
}
