extension DirtyRegion {
    /// The pixels whose index differs between two canvases.
    ///
    /// - Precondition: the canvases are of equal size.
    package static func difference(
        between first: IndexedCanvas, and second: IndexedCanvas
    ) -> DirtyRegion {
        precondition(first.width == second.width && first.height == second.height)
        var region = DirtyRegion()
        var row: [Run] = []
        for y in 0..<first.height {
            let pixels = y * first.width..<(y + 1) * first.width
            row.removeAll(keepingCapacity: true)
            appendDifference(
                first.indices.span.extracting(pixels), second.indices.span.extracting(pixels),
                to: &row)
            region.append(row, row: y)
        }
        return region
    }

    private static func appendDifference(
        _ first: Span<UInt8>, _ second: Span<UInt8>, to row: inout [Run]
    ) {
        var x = 0
        while true {
            x = firstUnequal(first, second, from: x)
            guard x < first.count else { return }
            let start = x
            while x < first.count, first[x] != second[x] { x += 1 }
            row.append(Run(x: start, length: x - start))
        }
    }

    /// The first column from `start` on whose bytes differ, else the count.
    private static func firstUnequal(
        _ first: Span<UInt8>, _ second: Span<UInt8>, from start: Int
    ) -> Int {
        let own = unsafe first.bytes
        let other = unsafe second.bytes
        // The loads end inside the spans, which are of equal length.
        func difference(_ offset: Int) -> UInt64 {
            unsafe own.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
                ^ other.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
        }
        var x = start
        while x + 32 <= first.count,
            difference(x) | difference(x + 8) | difference(x + 16) | difference(x + 24) == 0
        {
            x += 32
        }
        while x < first.count, first[x] == second[x] { x += 1 }
        return x
    }
}
