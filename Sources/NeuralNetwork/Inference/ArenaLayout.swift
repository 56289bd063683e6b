/// Where tensors that live at different times lie in one stretch of memory.
struct ArenaLayout: Equatable {
    /// The bytes of a tensor and the first and the last step that touch it.
    struct Tenant: Hashable {
        var byteCount: Int
        var first: Int
        var last: Int
    }

    /// Where each tenant begins, in bytes.
    let offsets: [Int]
    let byteCount: Int

    /// Places the largest tenants first, each in the lowest gap among those alive with it.
    init(_ tenants: [Tenant], alignment: Int = 256) {
        var offsets = [Int](repeating: 0, count: tenants.count)
        var (placed, total): ([Int], Int) = ([], 0)
        let order = tenants.indices.sorted { tenants[$0].byteCount > tenants[$1].byteCount }
        for index in order {
            let tenant = tenants[index]
            let neighbours = placed.filter { other in
                tenants[other].first <= tenant.last && tenant.first <= tenants[other].last
            }.sorted { offsets[$0] < offsets[$1] }
            var offset = 0
            for other in neighbours {
                if offsets[other] - offset >= tenant.byteCount { break }
                let end = offsets[other] + tenants[other].byteCount
                offset = max(offset, (end + alignment - 1) / alignment * alignment)
            }
            offsets[index] = offset
            total = max(total, offset + tenant.byteCount)
            placed.append(index)
        }
        (self.offsets, byteCount) = (offsets, total)
    }
}
