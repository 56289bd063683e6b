package import Annotations

extension NormalizedBox {
    /// The area in the box's own unit, 0 when its corners are reversed.
    package var area: Double { max(0, maximumX - minimumX) * max(0, maximumY - minimumY) }

    /// The shared area over the area of both, 0 when both are empty.
    package func intersectionOverUnion(with other: NormalizedBox) -> Double {
        let width = min(maximumX, other.maximumX) - max(minimumX, other.minimumX)
        let height = min(maximumY, other.maximumY) - max(minimumY, other.minimumY)
        guard width > 0, height > 0 else { return 0 }
        let shared = width * height
        let union = area + other.area - shared
        return union > 0 ? shared / union : 0
    }
}
