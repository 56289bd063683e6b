/// A dog from the side, or sitting towards the viewer.
struct Dog: Figure {
    static let label = "dog"

    var coat: Tone
    var isSitting: Bool
    var hasPointedEars: Bool
    var hasPatches: Bool
    /// How long the body is, 1 for a retriever.
    var length: Double
    var collar: Tone

    init(varying random: inout SplitMix64) {
        coat = random.pick(
            Tone(0xC98B4A), Tone(0x7A4A2A), Tone(0xE6D6BC), Tone(0x3C3634), Tone(0xA7754A)
        ).varied(&random, by: 0.03)
        isSitting = random.chance(0.4)
        hasPointedEars = random.chance(0.35)
        hasPatches = random.chance(0.35)
        length = random.number(in: 0.9...1.15)
        collar = random.pick(Tone(0xC8352E), Tone(0x2D6CB0), Tone(0x3E8E52))
    }

    var facing: Facing { isSitting ? .frontal : .right }
    var shadow: (width: Double, depth: Double)? { isSitting ? (28, 7) : (43, 6.5) }

    func draw(on sketch: inout Sketch) {
        sketch.within(.scale(0.82, 0.82)) { sketch in
            isSitting ? drawSitting(on: &sketch) : drawStanding(on: &sketch)
        }
    }

    private func drawStanding(on sketch: inout Sketch) {
        let dark = coat.darker(0.3)
        sketch.within(.scale(length, 1)) { sketch in
            for x in [-26.0, 24] { leg(at: x + 6, dark, on: &sketch) }
            sketch.limb([(-36, 52, 8), (-48, 64, 6), (-52, 80, 4)], coat)
            sketch.fill(
                Path(smooth: [
                    (-38, 58), (-30, 62), (0, 60), (26, 64), (36, 54), (32, 36), (14, 31),
                    (-12, 37), (-30, 32), (-40, 42),
                ]),
                .lit(coat, from: 64, to: 30))
            sketch.fill(.ellipse(-30, 44, 13, 16), coat)
            if hasPatches { sketch.fill(.ellipse(-8, 53, 17, 9), coat.darker(0.45)) }
            for x in [-32.0, 22] { leg(at: x, coat, on: &sketch) }
        }
        sketch.within(.translation(30 * (length - 1), 0)) { drawHead(on: &$0) }
    }

    private func leg(at x: Double, _ tone: Tone, on sketch: inout Sketch) {
        let bend = x < 0 ? -5.0 : 1
        sketch.limb([(x, 42, 13), (x + bend, 20, 7.5), (x + 1, 5, 6.5)], tone)
        sketch.fill(.ellipse(x + 4, 3.4, 6.5, 3.6), tone)
    }

    private func drawHead(on sketch: inout Sketch) {
        sketch.limb([(28, 54, 19), (40, 74, 15)], coat)
        sketch.limb([(31, 66, 5), (46, 60, 5)], collar)
        sketch.fill(
            Path(smooth: [
                (32, 84), (38, 92), (50, 92), (58, 84), (72, 80), (74, 72), (66, 67), (52, 67),
                (40, 70), (33, 75),
            ]),
            .lit(coat, from: 93, to: 66))
        sketch.fill(.ellipse(73, 79, 4.4, 3.6), Tone(0x1E1A1A))
        sketch.curve([(72, 72), (64, 70.5), (59, 72)], 1.6, Tone(0x3A2622))
        sketch.fill(.circle(55, 84, 2.4), Tone(0x1E1815))
        sketch.fill(.circle(55.8, 84.8, 0.8), .white)
        if hasPointedEars {
            sketch.fill(Path(polygon: [(42, 88), (47, 103), (52, 90)]), coat.darker(0.45))
            sketch.fill(Path(polygon: [(34, 84), (37, 104), (48, 91)]), coat.darker(0.25))
        } else {
            sketch.fill(
                Path(smooth: [(36, 90), (46, 90), (46, 76), (40, 64), (32, 66), (32, 80)]),
                coat.darker(0.35))
        }
    }

    private func drawSitting(on sketch: inout Sketch) {
        let pale = coat.lighter(0.5)
        sketch.limb([(20, 8, 9), (36, 10, 7), (44, 22, 5)], coat.darker(0.1))
        sketch.fill(.ellipse(-19, 13, 14, 13), coat.darker(0.15))
        sketch.fill(.ellipse(19, 13, 14, 13), coat.darker(0.15))
        sketch.fill(
            Path(smooth: [
                (-15, 52), (-22, 24), (-18, 2), (0, 0), (18, 2), (22, 24), (15, 52), (0, 58),
            ]),
            .lit(coat, from: 58, to: 0))
        sketch.fill(.ellipse(0, 34, 10, 17), pale)
        for side in [-1.0, 1.0] {
            sketch.limb([(side * 8, 32, 11), (side * 9, 6, 9)], coat)
            sketch.fill(.ellipse(side * 9.5, 4, 7.5, 4.4), hasPatches ? pale : coat.lighter(0.15))
        }
        sketch.fill(.rectangle(-15, 49, 30, 5.5, corner: 2.5), collar)
        drawFace(pale, on: &sketch)
    }

    private func drawFace(_ pale: Tone, on sketch: inout Sketch) {
        for side in [-1.0, 1.0] where hasPointedEars {
            sketch.fill(
                Path(polygon: [(side * 6, 84), (side * 21, 101), (side * 20, 74)]), coat.darker(0.3)
            )
        }
        sketch.fill(
            .ellipse(0, 70, 21, 20),
            .radial((-6, 78), (34, 32), [coat.lighter(0.2), coat, coat.darker(0.25)]))
        if hasPatches { sketch.fill(.ellipse(8.5, 74, 8, 9), coat.darker(0.45)) }
        for side in [-1.0, 1.0] where !hasPointedEars {
            sketch.fill(
                Path(smooth: [
                    (side * 12, 87), (side * 22, 84), (side * 28, 64), (side * 23, 54),
                    (side * 17, 64),
                ]),
                coat.darker(0.35))
        }
        sketch.fill(.ellipse(0, 62, 12, 10.5), pale)
        sketch.fill(.ellipse(0, 67, 5, 3.8), Tone(0x1E1A1A))
        sketch.curve([(0, 64), (0, 59), (-5, 57)], 1.5, Tone(0x3A2622))
        sketch.curve([(0, 59), (5, 57)], 1.5, Tone(0x3A2622))
        sketch.fill(Path(smooth: [(-3, 57), (-3, 51), (0, 49), (3, 51), (3, 57)]), Tone(0xD9677A))
        for side in [-1.0, 1.0] {
            sketch.fill(.circle(side * 8.5, 75, 2.8), Tone(0x1E1815))
            sketch.fill(.circle(side * 8.5 + 1, 76, 0.9), .white)
        }
    }
}
