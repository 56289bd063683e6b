import Glibc

/// The clock leases are measured by: it counts through suspension and ignores changes of the wall
/// clock, and a reboot, which no holder survives, ends every lease.
package struct LeaseClock: Sendable {
    /// A reading of the clock.
    package struct Instant: Hashable, Sendable {
        /// The kernel's identifier of this boot; readings of different boots do not compare.
        package var boot: String
        package var nanoseconds: Int64

        /// A reading.
        package init(boot: String, nanoseconds: Int64) {
            self.boot = boot
            self.nanoseconds = nanoseconds
        }
    }

    private let read: @Sendable () -> Instant

    /// A clock that reads as the function says, for tests.
    package init(_ read: @escaping @Sendable () -> Instant) { self.read = read }

    /// The reading now.
    package var now: Instant { read() }

    /// `CLOCK_BOOTTIME` and `/proc/sys/kernel/random/boot_id`.
    package static let system: LeaseClock = {
        let boot = ProcessFile.bytes("/proc/sys/kernel/random/boot_id").map {
            String(decoding: $0, as: UTF8.self)
        }
        return LeaseClock { Instant(boot: boot ?? "", nanoseconds: bootNanoseconds()) }
    }()

    private static func bootNanoseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
