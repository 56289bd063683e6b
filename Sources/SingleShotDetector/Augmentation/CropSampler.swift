internal import Annotations

/// One of the ways that a training image may be cropped: with an object that covers and is covered by
/// the crop well enough (contract §7.8, step 4).
struct CropSampler: Hashable {
    /// The least intersection over union of the crop and at least one object.
    let leastOverlap: Double

    /// All samplers; they are tried in random order.
    static let all = [0.1, 0.3, 0.5, 0.7, 0.9].map(CropSampler.init)
    /// How often each is tried.
    static let mostTrials = 25

    /// A crop of an image of width over height `aspect`, in fractions of it.
    static func candidate(
        aspect: Double, using generator: inout TrainingGenerator
    ) -> FractionalRect {
        let scale = generator.uniform(0.3, 1) + 1e-12
        let lowest = max(0.5 / aspect, scale * scale)
        let highest = min(2 / aspect, 1 / (scale * scale))
        let ratio = generator.uniform(lowest, highest).squareRoot()
        let width = min(1, scale * ratio)
        let height = min(1, scale / ratio)
        let x = generator.uniform(0, 1 - width)
        let y = generator.uniform(0, 1 - height)
        return FractionalRect(x: x, y: y, width: width, height: height)
    }

    /// Whether the crop overlaps one object enough and holds the centre of one.
    func accepts(_ crop: FractionalRect, _ objects: [GroundTruthBox]) -> Bool {
        let box = NormalizedBox(
            minimumX: crop.x, minimumY: crop.y, maximumX: crop.x + crop.width,
            maximumY: crop.y + crop.height)
        return objects.contains { box.intersectionOverUnion(with: $0.box) >= leastOverlap }
            && objects.contains { Self.holdsCenter(crop, of: $0.box) }
    }

    /// Whether the centre of a box lies in the crop.
    static func holdsCenter(_ crop: FractionalRect, of box: NormalizedBox) -> Bool {
        let x = (box.minimumX + box.maximumX) / 2
        let y = (box.minimumY + box.maximumY) / 2
        return x >= crop.x && x < crop.x + crop.width && y >= crop.y && y < crop.y + crop.height
    }
}
