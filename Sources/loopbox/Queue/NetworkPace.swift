import Glibc
import Synchronization

/// Makes the network of a screen's own queue go slowly while somebody types, and while other programs want the
/// processors.
///
/// Linux shares a processor out among sessions first: a network that uses up what its session may have keeps the
/// screen of the same session waiting behind every other session's programs, up to a tenth of a second for a key,
/// however low the network's own priority is. So the network is paced between layers, which take a few
/// milliseconds, and does not begin an image that another process can take as well.
nonisolated final class NetworkPace: Sendable {
    /// What it goes by; times are nanoseconds.
    struct Clock: Sendable {
        /// Of a clock that never jumps.
        var now: @Sendable () -> Int64
        /// What the calling thread has had of the processors.
        var used: @Sendable () -> Int64
        var sleep: @Sendable (Int64) -> Void
    }

    /// How long a key counts.
    static let slowTime: Int64 = 2_000_000_000
    /// How long a wait for a processor counts.
    static let scarceTime: Int64 = 30_000_000_000
    /// Rest after work, as a multiple of it: the network takes a fifth of its processor then, less than any fair share.
    static let restPerWork: Int64 = 4
    /// Work between two looks at the clock, and the longest that a rest is reckoned from.
    private static let work: ClosedRange<Int64> = 2_000_000...20_000_000

    private struct Stretch {
        var begin: Int64
        var used: Int64
    }

    private let clock: Clock
    private let slowUntil: Atomic<Int64>
    private let scarceUntil: Atomic<Int64>
    private let stretch: Mutex<Stretch>

    /// A pace, at full speed until somebody types.
    init(clock: Clock = .system) {
        self.clock = clock
        slowUntil = Atomic(clock.now())
        scarceUntil = Atomic(clock.now())
        stretch = Mutex(Stretch(begin: clock.now(), used: clock.used()))
    }

    /// Notes that somebody types; from any thread.
    func giveWay() {
        slowUntil.store(clock.now() + Self.slowTime, ordering: .relaxed)
    }

    /// Whether the network had to wait for a processor lately: images are best left to whoever else is at work on
    /// them.
    var isScarce: Bool { clock.now() < scarceUntil.load(ordering: .relaxed) }

    /// Begins an image on the network's thread.
    func begin() {
        stretch.withLock { $0 = Stretch(begin: clock.now(), used: clock.used()) }
    }

    /// Rests on the network's thread, if it is to, after a layer.
    func rest() {
        let (now, stretch) = (clock.now(), stretch.withLock { $0 })
        let (passed, used) = (now - stretch.begin, clock.used() - stretch.used)
        guard passed >= Self.work.lowerBound else { return }
        // Half the time again is more than threads of one network wait for each other.
        if passed > used + used / 2 + Self.work.lowerBound {
            scarceUntil.store(now + Self.scarceTime, ordering: .relaxed)
            giveWay()
        }
        if now < slowUntil.load(ordering: .relaxed) {
            clock.sleep(min(used, Self.work.upperBound) * Self.restPerWork)
        }
        begin()
    }
}

extension NetworkPace.Clock {
    /// The machine's.
    nonisolated static let system = NetworkPace.Clock(
        now: { nanoseconds(CLOCK_MONOTONIC) }, used: { nanoseconds(CLOCK_THREAD_CPUTIME_ID) },
        sleep: { usleep(useconds_t(clamping: $0 / 1_000)) })

    nonisolated private static func nanoseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
