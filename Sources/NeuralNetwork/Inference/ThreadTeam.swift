internal import Dispatch
internal import Glibc

/// As many threads for our own arithmetic as OpenMP gives oneDNN.
struct ThreadTeam: Sendable {
    /// How many work at a time.
    static var threads: Int {
        guard let symbol = dlsym(nil, "omp_get_max_threads") else { return 1 }
        let count = unsafeBitCast(symbol, to: (@convention(c) () -> CInt).self)
        return max(1, Int(count()))
    }

    /// Does `work` for all of `count` units, divided evenly among the threads, and returns when all are done.
    func run(_ count: Int, _ work: (Range<Int>) -> Void) {
        let parts = min(Self.threads, count)
        guard parts > 1 else { return work(0..<count) }
        withoutActuallyEscaping(work) { work in
            let shared = Shared(work: work)
            DispatchQueue.concurrentPerform(iterations: parts) { part in
                shared.work(part * count / parts..<(part + 1) * count / parts)
            }
        }
    }

    /// Work whose units touch different memory, as every caller's do.
    private struct Shared: @unchecked Sendable {
        let work: (Range<Int>) -> Void
    }
}
