/// A cat sitting towards the viewer, walking past or lying down.
struct Cat: Figure {
    static let label = "cat"

    enum Pose: Sendable { case sitting, walking, lying }

    var pose: Pose
    var coat: Tone
    var isStriped: Bool
    var hasWhiteChest: Bool
    private var eyes: Tone

    init(varying random: inout SplitMix64) {
        pose = random.pick(.sitting, .walking, .lying)
        coat = random.pick(
            Tone(0xD98A3D), Tone(0x2F2D30), Tone(0x8E8C8A), Tone(0xE9E0D2), Tone(0x6E5138)
        ).varied(&random, by: 0.03)
        isStriped = random.chance(0.6)
        hasWhiteChest = random.chance(0.5)
        eyes = random.pick(Tone(0xB8C94A), Tone(0xE0B040), Tone(0x6FB3C9))
    }

    var facing: Facing { pose == .walking ? .right : .frontal }
    var shadow: (width: Double, depth: Double)? { pose == .sitting ? (20, 5) : (34, 5) }

    func draw(on sketch: inout Sketch) {
        switch pose {
        case .sitting: drawSitting(on: &sketch)
        case .walking: drawWalking(on: &sketch)
        case .lying: drawLying(on: &sketch)
        }
    }

    private var stripe: Tone { coat.darker(0.45) }
    private var chest: Tone { hasWhiteChest ? Tone(0xF4EFE6) : coat.lighter(0.2) }

    private func drawSitting(on sketch: inout Sketch) {
        let tail = Path.curve(
            through: [Point(10, 4), Point(24, 3), Point(31, 11), Point(26, 21)], closed: false)
        sketch.fill(.stroke(tail, widths: [5.4]), coat.darker(0.12))
        sketch.fill(
            Path(smooth: [
                (-8, 31), (-14, 17), (-16, 4), (-9, 0), (9, 0), (16, 4), (14, 17), (8, 31), (0, 34),
            ]),
            .lit(coat, from: 34, to: 0))
        sketch.fill(.ellipse(0, 19, 6.4, 10), chest)
        if isStriped {
            for (index, y) in [10.0, 16, 22].enumerated() {
                for side in [-1.0, 1.0] {
                    sketch.curve(
                        [(side * (14.6 - Double(index)), y), (side * 10, y + 1.4), (side * 8, y)],
                        1.6, stripe)
                }
            }
        }
        for side in [-1.0, 1.0] {
            sketch.limb([(side * 4.6, 17, 6), (side * 4.6, 3, 5)], coat.lighter(0.05))
            sketch.fill(.ellipse(side * 4.8, 2.2, 4.4, 2.4), chest)
        }
        drawFace(at: Point(0, 39), on: &sketch)
    }

    private func drawFace(at center: Point, on sketch: inout Sketch) {
        sketch.within(.translation(center.x, center.y)) { sketch in
            for side in [-1.0, 1.0] {
                sketch.fill(
                    Path(polygon: [(side * 2.5, 8), (side * 11.5, 16.5), (side * 12.2, 1)]),
                    coat.darker(0.08))
                sketch.fill(
                    Path(polygon: [(side * 5.5, 8.5), (side * 10.4, 13), (side * 10.6, 5)]),
                    Tone(0xD99A94))
            }
            sketch.fill(
                .ellipse(0, 0, 13.4, 11),
                .radial((-3, 5), (20, 18), [coat.lighter(0.18), coat, coat.darker(0.2)]))
            if isStriped {
                for x in [-3.2, 0, 3.2] { sketch.stroke([(x, 10), (x * 0.8, 6)], 1.5, stripe) }
            }
            sketch.fill(.ellipse(-2.6, -4.6, 4, 3.2), chest)
            sketch.fill(.ellipse(2.6, -4.6, 4, 3.2), chest)
            for side in [-1.0, 1.0] {
                sketch.fill(.ellipse(side * 5.6, 1.4, 3, 2.7), eyes)
                sketch.fill(.ellipse(side * 5.6, 1.4, 1.1, 2.5), Tone(0x141214))
                sketch.stroke([(side * 6, -4), (side * 12, -3.4)], 0.5, Tone(0xF2F0EA))
                sketch.stroke([(side * 6, -5.4), (side * 11.6, -6.4)], 0.5, Tone(0xF2F0EA))
            }
            sketch.fill(Path(polygon: [(-1.8, -2), (1.8, -2), (0, -4)]), Tone(0xC9736F))
        }
    }

    private func drawWalking(on sketch: inout Sketch) {
        let tail = Path.curve(
            through: [Point(-21, 24), Point(-30, 30), Point(-31, 42), Point(-26, 50)], closed: false
        )
        sketch.fill(.stroke(tail, widths: [4.6]), coat)
        for x in [-15.0, 17] { sketch.limb([(x, 18, 7), (x + 4, 2.6, 4.6)], coat.darker(0.3)) }
        sketch.fill(
            Path(smooth: [
                (-24, 26), (-10, 29), (10, 27), (20, 28), (22, 18), (12, 13), (-8, 15), (-20, 12),
                (-26, 18),
            ]),
            .lit(coat, from: 30, to: 12))
        if isStriped {
            for x in [-14.0, -7, 0, 7] {
                sketch.curve([(x, 28), (x - 1, 23), (x + 0.6, 19)], 1.8, stripe)
            }
        }
        for x in [-20.0, 13] {
            sketch.limb([(x, 19, 8), (x - 2, 9, 5), (x - 3, 2.6, 4.6)], coat)
            sketch.fill(.ellipse(x - 1, 2, 4, 2.1), chest)
        }
        sketch.within(Transform.scale(0.84, 0.84)) { drawFace(at: Point(30, 37), on: &$0) }
    }

    private func drawLying(on sketch: inout Sketch) {
        sketch.fill(
            Path(smooth: [
                (-34, 6), (-32, 17), (-18, 24), (4, 22), (20, 20), (26, 8), (20, 0), (-28, 0),
            ]),
            .lit(coat, from: 24, to: 0))
        if isStriped {
            for x in [-24.0, -17, -10, -3] {
                sketch.curve([(x, 21), (x - 1.6, 15), (x, 9)], 1.9, stripe)
            }
        }
        sketch.fill(.ellipse(-22, 8, 11, 8), coat.darker(0.1))
        let tail = Path.curve(
            through: [Point(-32, 5), Point(-40, 3), Point(-36, -2), Point(-14, -1)], closed: false)
        sketch.fill(.stroke(tail, widths: [4.6]), coat.darker(0.16))
        sketch.limb([(12, 4, 7), (28, 2, 5.4)], coat.lighter(0.06))
        sketch.fill(.ellipse(30, 2, 4, 2.8), chest)
        drawFace(at: Point(17, 20), on: &sketch)
    }
}
