internal import Annotations

/// What is done to one training image, and where its objects are afterwards: MXNet's
/// `ImageDetAugmenter` as `example/ssd` sets it up (contract §7.8).
///
/// All of it is drawn from the image's proportions and objects, before a pixel is looked at.
package struct AugmentationPlan: Hashable, Sendable {
    package private(set) var color = ColorJitter()
    package private(set) var isMirrored = false
    /// In fractions of the image as it is; it is the image or holds it.
    package private(set) var canvas = FractionalRect.whole
    /// What is left, in the same fractions.
    package private(set) var frame = FractionalRect.whole
    package private(set) var interpolation = Interpolation.bilinear
    /// Fractions of what the network is shown, inside of it.
    package private(set) var objects: [GroundTruthBox]

    /// Only a resize, as images are validated.
    package init(resizing objects: [GroundTruthBox]) {
        self.objects = Self.visible(objects)
    }

    /// A drawn plan for an image of width over height `aspect` whose objects are in its fractions.
    package init(
        _ objects: [GroundTruthBox], aspect: Double, using generator: inout TrainingGenerator
    ) {
        self.init(resizing: objects)
        color = ColorJitter(using: &generator)
        let mirrors = generator.happens(0.5)
        if mirrors { self.objects = self.objects.map { Self.mirrored($0) } }
        // In what the network sees, mirrored already; turned back at the end.
        var scene = FractionalRect.whole
        let pads = generator.happens(0.5)
        if pads, let padding = Self.padding(using: &generator) {
            scene = padding
            self.objects = self.objects.map { Self.moved($0, into: padding) }
        }
        canvas = scene
        frame = scene
        if generator.happens(5.0 / 6), let crop = crop(aspect: aspect, using: &generator) {
            frame = FractionalRect(
                x: scene.x + crop.x * scene.width, y: scene.y + crop.y * scene.height,
                width: crop.width * scene.width, height: crop.height * scene.height)
        }
        if mirrors { mirrorFrames() }
        interpolation = Interpolation.allCases[generator.index(below: 5)]
    }

    /// Takes the frames, drawn for the mirrored image, back to the image as it is.
    private mutating func mirrorFrames() {
        isMirrored = true
        canvas.x = 1 - canvas.x - canvas.width
        frame.x = 1 - frame.x - frame.width
    }

    /// A canvas round the image, in the image's fractions; nil when it would hardly be larger.
    private static func padding(using generator: inout TrainingGenerator) -> FractionalRect? {
        let scale = generator.uniform(1, 4)
        guard scale >= 1.05 else { return nil }
        let x = generator.uniform(0, scale - 1)
        let y = generator.uniform(0, scale - 1)
        return FractionalRect(x: -x, y: -y, width: scale, height: scale)
    }

    /// A crop of the scene that any sampler accepts, with the objects moved into it.
    private mutating func crop(
        aspect: Double, using generator: inout TrainingGenerator
    ) -> FractionalRect? {
        for sampler in generator.permutation(CropSampler.all.count).map({ CropSampler.all[$0] }) {
            for _ in 0..<CropSampler.mostTrials {
                let crop = CropSampler.candidate(aspect: aspect, using: &generator)
                guard sampler.accepts(crop, objects) else { continue }
                let kept = objects.filter { CropSampler.holdsCenter(crop, of: $0.box) }
                objects = Self.visible(kept.map { Self.moved($0, into: crop) })
                return crop
            }
        }
        return nil
    }

    private static func mirrored(_ object: GroundTruthBox) -> GroundTruthBox {
        var object = object
        (object.box.minimumX, object.box.maximumX) = (
            1 - object.box.maximumX, 1 - object.box.minimumX
        )
        return object
    }

    private static func moved(
        _ object: GroundTruthBox, into frame: FractionalRect
    ) -> GroundTruthBox {
        var object = object
        object.box.minimumX = (object.box.minimumX - frame.x) / frame.width
        object.box.maximumX = (object.box.maximumX - frame.x) / frame.width
        object.box.minimumY = (object.box.minimumY - frame.y) / frame.height
        object.box.maximumY = (object.box.maximumY - frame.y) / frame.height
        return object
    }

    /// Objects cut at the edges, without those of which nothing is left.
    private static func visible(_ objects: [GroundTruthBox]) -> [GroundTruthBox] {
        objects.compactMap { object in
            var object = object
            object.box.minimumX = min(max(object.box.minimumX, 0), 1)
            object.box.maximumX = min(max(object.box.maximumX, 0), 1)
            object.box.minimumY = min(max(object.box.minimumY, 0), 1)
            object.box.maximumY = min(max(object.box.maximumY, 0), 1)
            return object.box.area > 0 ? object : nil
        }
    }
}
