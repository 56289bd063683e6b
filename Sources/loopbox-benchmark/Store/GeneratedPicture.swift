internal import Annotations
internal import HumanReview

/// Five objects that are there, as a model or a person sees them.
struct GeneratedPicture {
    var random: SplitMix64
    private let size: PixelSize
    private let truth: [LabeledBox]

    /// Objects a model finds at most are as many as there are.
    static let objects = 5
    private static let labels = LabelMap.pascalVOC.names

    init(size: PixelSize, random: inout SplitMix64) {
        self.size = size
        truth = (0..<Self.objects).map { column in
            // A column each, so that different objects never overlap.
            let width = 60 + Int(random.uniform() * 150)
            let height = 60 + Int(random.uniform() * 400)
            let left = column * 256 + Int(random.uniform() * Double(256 - width))
            let top = Int(random.uniform() * Double(size.height - height))
            return LabeledBox(
                label: Self.label(&random),
                box: BoundingBox(left: left, top: top, width: width, height: height))
        }
        self.random = random
    }

    /// Five detections: some of another class, some of nothing.
    ///
    /// - Parameters:
    ///   - version: the model's.
    ///   - errorShare: how often an object gets a class of its own accord.
    ///   - isSure: whether scores may be high; of two in five predictions unless it is said.
    /// - Returns: what the model says.
    mutating func prediction(
        version: String, errorShare: Double, isSure: Bool? = nil
    ) -> Prediction {
        let isSure = isSure ?? (random.uniform() < 0.4)
        let detections = truth.map { object in
            var (label, box) = (object.label, jittered(object.box, by: 9))
            if random.uniform() < errorShare { label = Self.label(&random) }
            if random.uniform() < errorShare / 2 { box = jittered(box, by: 160) }
            let score = 0.05 + random.uniform() * (isSure ? 0.94 : 0.44)
            return Detection(label: label, score: score, box: normalized(box))
        }
        return Prediction(modelVersion: version, detections: detections)
    }

    /// The detections a person starts from.
    func proposals(of prediction: Prediction, from threshold: Double) -> [LabeledBox] {
        prediction.detections.filter { $0.score >= threshold }.map {
            LabeledBox(label: $0.label, box: $0.box.pixelBox(in: size))
        }
    }

    /// The objects as a person draws them, who misses one in thirty.
    mutating func marked(jitter: Int) -> [LabeledBox] {
        truth.compactMap { object in
            guard random.uniform() >= 0.03 else { return nil }
            let label = random.uniform() < 0.02 ? Self.label(&random) : object.label
            return LabeledBox(label: label, box: jittered(object.box, by: jitter))
        }
    }

    private mutating func jittered(_ box: BoundingBox, by reach: Int) -> BoundingBox {
        BoundingBox(
            left: box.left + step(reach), top: box.top + step(reach),
            right: box.right + step(reach), bottom: box.bottom + step(reach)
        ).clipped(to: size)
    }

    private mutating func step(_ reach: Int) -> Int {
        Int((random.uniform() * 2 - 1) * Double(reach))
    }

    private func normalized(_ box: BoundingBox) -> NormalizedBox {
        NormalizedBox(
            minimumX: Double(box.left) / Double(size.width),
            minimumY: Double(box.top) / Double(size.height),
            maximumX: Double(box.right) / Double(size.width),
            maximumY: Double(box.bottom) / Double(size.height))
    }

    /// The first classes are seen most.
    private static func label(_ random: inout SplitMix64) -> String {
        let uniform = random.uniform()
        return labels[Int(uniform * uniform * Double(labels.count))]
    }
}
