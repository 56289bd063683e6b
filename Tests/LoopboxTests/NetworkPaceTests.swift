import Synchronization
import Testing

@testable import loopbox

@Suite struct NetworkPaceTests {
    /// A clock that a test moves; times are milliseconds here.
    private final class FakeClock: Sendable {
        private let times = Mutex((now: Int64(0), used: Int64(0), slept: Int64(0)))

        var clock: NetworkPace.Clock {
            NetworkPace.Clock(
                now: { self.times.withLock { $0.now * 1_000_000 } },
                used: { self.times.withLock { $0.used * 1_000_000 } },
                sleep: { time in
                    self.times.withLock {
                        $0.now += time / 1_000_000
                        $0.slept += time / 1_000_000
                    }
                })
        }

        var slept: Int64 { times.withLock { $0.slept } }

        /// Time goes by, of which the thread has so much of a processor.
        func pass(_ time: Int64, working used: Int64) {
            times.withLock {
                $0.now += time
                $0.used += used
            }
        }
    }

    private let time = FakeClock()

    @Test func nobodyTypesAndTheNetworkNeverRests() {
        let pace = NetworkPace(clock: time.clock)
        for _ in 0..<100 {
            time.pass(3, working: 3)
            pace.rest()
        }
        #expect(time.slept == 0)
    }

    @Test func afterAKeyItTakesAFifthOfItsProcessorForTwoSeconds() {
        let pace = NetworkPace(clock: time.clock)
        pace.giveWay()
        for _ in 0..<10 {
            time.pass(5, working: 5)
            pace.rest()
        }
        #expect(time.slept == 200)
        time.pass(2_000, working: 2_000)
        pace.rest()
        let sofar = time.slept
        time.pass(5, working: 5)
        pace.rest()
        #expect(time.slept == sofar)
    }

    @Test func shortLayersAreReckonedTogether() {
        let pace = NetworkPace(clock: time.clock)
        pace.giveWay()
        for _ in 0..<20 {
            time.pass(1, working: 1)
            pace.rest()
        }
        #expect(time.slept == 80)
    }

    @Test func whoHadToWaitForAProcessorLeavesItToOthersForAWhile() {
        let pace = NetworkPace(clock: time.clock)
        #expect(!pace.isScarce)
        time.pass(20, working: 5)
        pace.rest()
        #expect(time.slept == 20)
        time.pass(5, working: 5)
        pace.rest()
        #expect(time.slept == 40)
        #expect(pace.isScarce)
        time.pass(30_000, working: 0)
        #expect(!pace.isScarce)
    }

    @Test func theWaitForTheNextImageIsNoWork() {
        let pace = NetworkPace(clock: time.clock)
        time.pass(60_000, working: 0)
        pace.begin()
        time.pass(3, working: 3)
        pace.rest()
        #expect(time.slept == 0)
    }
}
