internal import Glibc

/// The threads that OpenMP gives oneDNN, for our own arithmetic.
///
/// They are the very same: others beside them would find the processors taken by threads that wait for
/// oneDNN's next layer.
struct ThreadTeam: Sendable {
    /// GNU's runtime, as its compiler and programs call it.
    private struct Runtime: Sendable {
        typealias Body = @convention(c) (UnsafeMutableRawPointer?) -> Void
        typealias Count = @convention(c) () -> CInt

        /// A parallel region: the body, its argument, threads and flags.
        let parallel:
            @convention(c) (Body, UnsafeMutableRawPointer?, CUnsignedInt, CUnsignedInt) -> Void
        let maximum: Count
        let number: Count
        let size: Count

        /// The runtime that oneDNN brought, or nil where that is another.
        init?() {
            guard let parallel = dlsym(nil, "GOMP_parallel"),
                let maximum = dlsym(nil, "omp_get_max_threads"),
                let number = dlsym(nil, "omp_get_thread_num"),
                let size = dlsym(nil, "omp_get_num_threads")
            else { return nil }
            self.parallel = unsafeBitCast(
                parallel,
                to: (@convention(c) (Body, UnsafeMutableRawPointer?, CUnsignedInt, CUnsignedInt) ->
                    Void).self)
            self.maximum = unsafeBitCast(maximum, to: Count.self)
            self.number = unsafeBitCast(number, to: Count.self)
            self.size = unsafeBitCast(size, to: Count.self)
        }
    }

    private static let runtime = Runtime()

    /// How many work at a time.
    static var threads: Int { max(1, Int(runtime?.maximum() ?? 1)) }

    /// Does `work` for all of `count` units, divided evenly among the threads, and returns when all are done.
    ///
    /// The team is always whole, however few the units: one that shrinks ends threads and starts them anew.
    func run(_ count: Int, _ work: (Range<Int>) -> Void) {
        let threads = Self.threads
        guard let runtime = Self.runtime, threads > 1, count > 1 else { return work(0..<count) }
        withoutActuallyEscaping(work) { work in
            let shared = Shared(count: count, work: work)
            runtime.parallel(
                { argument in
                    guard let argument, let runtime = ThreadTeam.runtime else { return }
                    Unmanaged<Shared>.fromOpaque(argument).takeUnretainedValue()
                        .run(Int(runtime.number()), of: Int(runtime.size()))
                }, Unmanaged.passUnretained(shared).toOpaque(), CUnsignedInt(clamping: threads), 0)
            withExtendedLifetime(shared) {}
        }
    }

    /// Work whose units touch different memory, as every caller's do.
    private final class Shared: @unchecked Sendable {
        private let count: Int
        private let work: (Range<Int>) -> Void

        init(count: Int, work: @escaping (Range<Int>) -> Void) {
            (self.count, self.work) = (count, work)
        }

        func run(_ part: Int, of parts: Int) {
            let units = part * count / parts..<(part + 1) * count / parts
            if !units.isEmpty { work(units) }
        }
    }
}
