/// A person of 170 cm: standing, walking, sitting towards the viewer or riding a bicycle or motorbike.
struct Person: Figure {
    static let label = "person"

    enum Pose: Sendable { case standing, walking, sitting, riding }

    var pose: Pose
    var clothes: Clothes
    var isChild: Bool
    /// Where in a stride a walker is, -1 to 1.
    var stride: Double

    init(varying random: inout SplitMix64) {
        pose = random.pick(.standing, .walking)
        clothes = Clothes(varying: &random)
        isChild = random.chance(0.12)
        stride = random.number(in: 0.55...1) * random.pick(1, -1)
    }

    init(_ pose: Pose, varying random: inout SplitMix64) {
        self.init(varying: &random)
        self.pose = pose
        guard pose == .riding || pose == .sitting else { return }
        isChild = false
        if clothes.hasDress {
            clothes.hasDress = false
            clothes.legs = clothes.bag
        }
    }

    var facing: Facing { pose == .walking || pose == .riding ? .right : .frontal }
    var shadow: (width: Double, depth: Double)? {
        pose == .standing || pose == .walking ? (38, 9) : nil
    }

    func draw(on sketch: inout Sketch) {
        let size = isChild ? 0.68 : 1.0
        sketch.within(.scale(size, size)) { sketch in
            switch pose {
            case .standing: drawStanding(on: &sketch)
            case .walking: drawWalking(on: &sketch)
            case .sitting: drawSitting(on: &sketch)
            case .riding: drawRiding(on: &sketch)
            }
        }
    }

    private func drawStanding(on sketch: inout Sketch) {
        for side in [-1.0, 1.0] {
            sketch.limb(
                [(side * 9, 84, 19), (side * 11, 45, 14), (side * 11, 8, 10)], clothes.legs)
            sketch.fill(.ellipse(side * 13, 4.5, 9, 5), clothes.shoes)
            sketch.limb(
                [(side * 19.5, 131, 12), (side * 26, 106, 10), (side * 26, 82, 8)], clothes.sleeves)
            sketch.fill(.ellipse(side * 26, 77, 5, 6.5), clothes.skin)
        }
        drawTorso(on: &sketch)
        Head(clothes: clothes, isTurned: false).draw(at: Point(0, 155), on: &sketch)
    }

    private func drawTorso(on sketch: inout Sketch) {
        sketch.fill(.rectangle(-5, 134, 10, 14, corner: 4), clothes.skin.darker(0.12))
        sketch.fill(
            Path(smooth: [
                (-20, 138), (-25, 128), (-19, 100), (-19, 80), (0, 77), (19, 80), (19, 100),
                (25, 128), (20, 138), (0, 141),
            ]),
            .lit(clothes.top, from: 142, to: 76))
        if clothes.hasDress {
            sketch.fill(
                Path(smooth: [
                    (-17, 98), (-30, 58), (-20, 52), (0, 50), (20, 52), (30, 58), (17, 98),
                ]),
                .lit(clothes.top, from: 130, to: 48))
        }
        if clothes.hasJacket {
            sketch.fill(
                Path(polygon: [(-6, 140), (6, 140), (4, 82), (-4, 82)]), clothes.top.lighter(0.55))
        }
    }

    private func drawWalking(on sketch: inout Sketch) {
        let reach = stride * 27
        let far = clothes.darkened
        sketch.limb(
            [(3, 130, 12), (8 + reach * 0.5, 106, 9), (14 + reach * 0.9, 86, 7)], far.sleeves)
        sketch.limb([(0, 84, 19), (-reach * 0.45 + 4, 46, 14), (-reach, 9, 9)], far.legs)
        shoe(at: -reach, far.shoes, on: &sketch)
        sketch.limb([(0, 84, 20), (reach * 0.55 + 3, 46, 15), (reach, 9, 10)], clothes.legs)
        shoe(at: reach, clothes.shoes, on: &sketch)
        sketch.fill(.rectangle(-4, 134, 10, 14, corner: 4), clothes.skin.darker(0.12))
        sketch.fill(
            Path(smooth: [
                (-10, 139), (-17, 122), (-13, 98), (-14, 80), (2, 77), (15, 80), (15, 104),
                (17, 124), (9, 139),
            ]),
            .lit(clothes.top, from: 142, to: 76))
        if clothes.hasDress {
            sketch.fill(
                Path(smooth: [(-13, 98), (-27, 57), (0, 50), (27, 57), (14, 98)]),
                .lit(clothes.top, from: 130, to: 48))
        }
        if clothes.hasBag {
            sketch.fill(
                Path(smooth: [(-14, 134), (-30, 128), (-33, 104), (-26, 94), (-13, 96)]),
                .lit(clothes.bag, from: 134, to: 92))
        }
        sketch.limb(
            [(-1, 131, 13), (-7 - reach * 0.4, 106, 10), (-4 - reach * 0.85, 85, 8)],
            clothes.sleeves)
        sketch.fill(.circle(-3 - reach * 0.9, 80, 5.5), clothes.skin)
        Head(clothes: clothes, isTurned: true).draw(at: Point(3, 155), on: &sketch)
    }

    private func shoe(at x: Double, _ tone: Tone, on sketch: inout Sketch) {
        sketch.fill(
            Path(smooth: [(x - 7, 1), (x - 7, 9), (x + 2, 10), (x + 14, 4), (x + 13, 0)]), tone)
    }

    /// On a seat 44 cm high.
    private func drawSitting(on sketch: inout Sketch) {
        for side in [-1.0, 1.0] {
            sketch.limb([(side * 11, 46, 17), (side * 12, 8, 11)], clothes.legs.darker(0.1))
            sketch.fill(.ellipse(side * 13, 4.5, 8.5, 5), clothes.shoes)
        }
        sketch.within(.translation(0, -34)) { drawTorso(on: &$0) }
        for side in [-1.0, 1.0] {
            sketch.limb([(side * 10, 60, 18), (side * 12, 49, 19)], clothes.legs)
            sketch.limb(
                [(side * 19, 97, 12), (side * 25, 76, 10), (side * 13, 62, 8)], clothes.sleeves)
            sketch.fill(.circle(side * 11, 61, 5.5), clothes.skin)
        }
        Head(clothes: clothes, isTurned: false).draw(at: Point(0, 121), on: &sketch)
    }

    /// Above a two-wheeler that stands at the origin.
    private func drawRiding(on sketch: inout Sketch) {
        sketch.limb([(-20, 97, 17), (8, 68, 13), (-12, 44, 9)], clothes.darkened.legs)
        shoe(at: -14, clothes.darkened.shoes, raised: 36, on: &sketch)
        sketch.limb([(-18, 97, 18), (12, 62, 14), (2, 24, 10)], clothes.legs)
        shoe(at: 2, clothes.shoes, raised: 14, on: &sketch)
        sketch.fill(
            Path(smooth: [
                (-34, 94), (-26, 86), (-8, 92), (2, 118), (14, 142), (4, 152), (-10, 148),
                (-26, 122),
            ]),
            .lit(clothes.top, from: 152, to: 88))
        sketch.limb([(4, 144, 12), (22, 122, 10), (44, 106, 8)], clothes.sleeves)
        sketch.fill(.circle(46, 105, 5), clothes.skin)
        sketch.limb([(6, 148, 9), (10, 158, 9)], clothes.skin.darker(0.12))
        Head(clothes: clothes, isTurned: true).draw(at: Point(13, 168), on: &sketch)
    }

    private func shoe(
        at x: Double, _ tone: Tone, raised height: Double, on sketch: inout Sketch
    ) {
        sketch.within(.translation(0, height)) { shoe(at: x, tone, on: &$0) }
    }
}
