extension DirtyRegion {
    /// The pixels that are inside a rectangle.
    package func intersection(_ rect: PixelRect) -> DirtyRegion {
        var result = DirtyRegion()
        for row in max(bounds.y, rect.y)..<max(bounds.y, rect.y, min(bounds.endY, rect.endY)) {
            result.append(
                runs(inRow: row).compactMap { Self.clip($0, from: rect.x, to: rect.endX) },
                row: row)
        }
        return result
    }

    /// The pixels that are outside a rectangle.
    package func subtracting(_ rect: PixelRect) -> DirtyRegion {
        guard !rect.intersection(bounds).isEmpty else { return self }
        var result = DirtyRegion()
        for row in bounds.y..<bounds.endY {
            guard row >= rect.y, row < rect.endY else {
                result.append(runs(inRow: row), row: row)
                continue
            }
            result.append(
                runs(inRow: row).flatMap { run in
                    [
                        Self.clip(run, from: .min, to: rect.x),
                        Self.clip(run, from: rect.endX, to: .max),
                    ].compactMap(\.self)
                }, row: row)
        }
        return result
    }

    private static func clip(_ run: Run, from left: Int, to right: Int) -> Run? {
        let start = max(run.x, left)
        let end = min(run.endX, right)
        return start < end ? Run(x: start, length: end - start) : nil
    }
}
