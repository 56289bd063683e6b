import Annotations
import Imaging
import Testing

@testable import SingleShotDetector

@Suite struct AugmentationPlanTests {
    /// A picture whose red squares are the objects, on blue.
    private static let boxes = [(40, 30, 120, 90), (150, 100, 190, 140), (10, 110, 40, 140)]

    private static let picture: RGBImage = {
        var image = RGBImage(
            width: 200, height: 150, filledWith: RGBColor(red: 0, green: 0, blue: 200))
        for (left, top, right, bottom) in boxes {
            for y in top..<bottom {
                for x in left..<right {
                    image.pixels[3 * (y * 200 + x)] = 220
                    image.pixels[3 * (y * 200 + x) + 2] = 0
                }
            }
        }
        return image
    }()

    private static let objects = boxes.enumerated().map { index, box in
        GroundTruthBox(
            classID: index,
            box: NormalizedBox(
                minimumX: Double(box.0) / 200, minimumY: Double(box.1) / 150,
                maximumX: Double(box.2) / 200, maximumY: Double(box.3) / 150))
    }

    /// Where things end up must not depend on the pixels' path and the boxes' path being the same code.
    @Test func boxesFollowThePixels() {
        for seed in 0..<300 {
            var generator = TrainingGenerator(seed: seed)
            let plan = AugmentationPlan(
                Self.objects, aspect: 200 / 150, using: &generator)
            let image = TrainingImage(Self.picture, plan: plan, side: 100).image
            for object in plan.objects {
                let x = Int((object.box.minimumX + object.box.maximumX) / 2 * 100)
                let y = Int((object.box.minimumY + object.box.maximumY) / 2 * 100)
                guard (object.box.maximumX - object.box.minimumX) * 100 > 3,
                    (object.box.maximumY - object.box.minimumY) * 100 > 3
                else { continue }
                let place = 3 * (min(y, 99) * 100 + min(x, 99))
                // The brightest channel stays the brightest but for a turn of hue of 36 degrees.
                #expect(
                    Int(image.pixels[place]) > Int(image.pixels[place + 2]),
                    "seed \(seed): \(plan) \(object)")
            }
        }
    }

    @Test func edgesOfBoxesLieOnEdgesOfPixels() {
        for seed in 0..<300 {
            var generator = TrainingGenerator(seed: seed, 7)
            let plan = AugmentationPlan(
                [Self.objects[0]], aspect: 200 / 150, using: &generator)
            guard let box = plan.objects.first?.box else { continue }
            let image = TrainingImage(Self.picture, plan: plan, side: 200).image
            let isRed = { (x: Int, y: Int) in
                (0..<200).contains(x) && (0..<200).contains(y)
                    ? image.pixels[3 * (y * 200 + x)] > image.pixels[3 * (y * 200 + x) + 2] : nil
            }
            let middle = Int((box.minimumY + box.maximumY) * 100)
            let (left, right) = (Int(box.minimumX * 200), Int(box.maximumX * 200))
            guard right - left > 12 else { continue }
            #expect(isRed(left + 5, middle) == true, "seed \(seed)")
            #expect(isRed(right - 6, middle) == true, "seed \(seed)")
            if left > 6 { #expect(isRed(left - 6, middle) != true, "seed \(seed)") }
            if right < 193 { #expect(isRed(right + 5, middle) != true, "seed \(seed)") }
        }
    }

    /// The shares of contract §7.8, over many draws.
    @Test func everyStepHappensAsOftenAsItShould() {
        let count = 4000
        var plans: [AugmentationPlan] = []
        for seed in 0..<count {
            var generator = TrainingGenerator(seed: 233, 0, seed)
            plans.append(AugmentationPlan(Self.objects, aspect: 200 / 150, using: &generator))
        }
        let share = { (isSo: (AugmentationPlan) -> Bool) in
            Double(plans.filter(isSo).count) / Double(count)
        }
        #expect(abs(share(\.isMirrored) - 0.5) < 0.03)
        #expect(abs(share { $0.canvas != .whole } - 0.5 * (1 - 0.05 / 3)) < 0.03)
        #expect(abs(share { $0.color.contrast != 1 } - 0.5) < 0.03)
        // A whole number of 0 is drawn too.
        #expect(abs(share { $0.color.hue != 0 } - 0.5 * (1 - 1.0 / 18)) < 0.03)
        #expect(abs(share { $0.color.lightness != 0 } - 0.5 * (1 - 1.0 / 32)) < 0.03)
        for method in Interpolation.allCases {
            #expect(abs(share { $0.interpolation == method } - 0.2) < 0.03)
        }
        #expect(share { $0.frame != $0.canvas } > 0.65)
        #expect(plans.allSatisfy { !$0.objects.isEmpty })
        #expect(plans.allSatisfy { abs($0.color.hue) <= 18 && abs($0.color.saturation) <= 32 })
    }

    @Test func plansFollowFromTheirPlaceAlone() {
        let draw = { (seed: Int, epoch: Int, sample: Int) in
            var generator = TrainingGenerator(seed: seed, epoch, sample)
            return AugmentationPlan(Self.objects, aspect: 4 / 3, using: &generator)
        }
        #expect(draw(233, 4, 9) == draw(233, 4, 9))
        #expect(draw(233, 4, 9) != draw(233, 5, 9))
        #expect(draw(233, 4, 9) != draw(233, 4, 10))
        #expect(draw(233, 4, 9) != draw(234, 4, 9))
    }

    @Test func aPictureWithoutObjectsIsNotCropped() {
        for seed in 0..<50 {
            var generator = TrainingGenerator(seed: seed)
            let plan = AugmentationPlan([], aspect: 1, using: &generator)
            #expect(plan.frame == plan.canvas)
        }
    }

    @Test func aShuffleIsAPermutation() {
        var generator = TrainingGenerator(seed: 233, 1)
        let order = generator.permutation(1000)
        #expect(order.sorted() == Array(0..<1000))
        #expect(order != Array(0..<1000))
    }
}
