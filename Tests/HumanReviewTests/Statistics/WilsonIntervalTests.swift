import HumanReview
import TestSupport
import Testing

@Suite struct WilsonIntervalTests {
    private static let counts = [
        (0, 10), (1, 10), (5, 10), (10, 10), (3, 7), (1, 1), (0, 1), (12, 480), (999, 1000),
        (250_000, 1_000_000),
    ]

    /// The definition itself, which shares no line with the closed form.
    ///
    /// Both ends are the proportions whose own standard error just reaches the share that was seen: they
    /// are found by bisection.
    private func end(_ share: Double, _ trials: Int, from outside: Double) -> Double {
        var (reached, missed) = (share, outside)
        for _ in 0..<200 {
            let middle = (reached + missed) / 2
            let error = (middle * (1 - middle) / Double(trials)).squareRoot()
            if abs(share - middle) <= WilsonInterval.deviate95 * error || middle == share {
                reached = middle
            } else {
                missed = middle
            }
        }
        return (reached + missed) / 2
    }

    @Test(arguments: counts)
    func theEndsAreWhereTheTestBeginsToRefuse(successes: Int, trials: Int) {
        let interval = WilsonInterval(successes: successes, trials: trials)
        let share = Double(successes) / Double(trials)
        #expect(interval.estimate == share)
        if successes > 0 { #expect(abs(interval.lower - end(share, trials, from: 0)) < 1e-9) }
        if successes < trials { #expect(abs(interval.upper - end(share, trials, from: 1)) < 1e-9) }
    }

    @Test(.enabled(if: Requirement.isMet(Python.hasSciPy), "needs scipy"))
    func theEndsAreSciPys() throws {
        let program = """
            import sys
            from scipy.stats import binomtest
            for line in sys.stdin:
                k, n = map(int, line.split())
                ci = binomtest(k, n).proportion_ci(0.95, method='wilson')
                print(ci.low, ci.high)
            """
        let input = Self.counts.map { "\($0.0) \($0.1)\n" }.joined()
        let lines = try Python.run(program, input: input).split(separator: "\n")
        #expect(lines.count == Self.counts.count)
        for (line, count) in zip(lines, Self.counts) {
            let ends = line.split(separator: " ").compactMap { Double($0) }
            let interval = WilsonInterval(successes: count.0, trials: count.1)
            #expect(abs(interval.lower - ends[0]) < 1e-9)
            #expect(abs(interval.upper - ends[1]) < 1e-9)
        }
    }

    @Test func withoutATrialNothingIsKnown() {
        let interval = WilsonInterval(successes: 0, trials: 0)
        #expect(interval.estimate == nil)
        #expect(interval.lower == 0 && interval.upper == 1)
    }

    @Test func neverLeavesTheProportions() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<1000 {
            let trials = Int.random(in: 1...100_000, using: &random)
            let successes = Int.random(in: 0...trials, using: &random)
            let interval = WilsonInterval(successes: successes, trials: trials)
            let share = Double(successes) / Double(trials)
            #expect(interval.lower >= 0 && interval.upper <= 1)
            #expect(interval.lower <= share && share <= interval.upper)
        }
    }
}
