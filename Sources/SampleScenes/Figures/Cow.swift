/// A cow from the side, looking about or grazing.
struct Cow: Figure {
    static let label = "cow"

    var coat: Tone
    var patches: [(x: Double, y: Double, radius: Double)]
    var patchTone: Tone
    var isGrazing: Bool
    let facing = Facing.right
    let shadow: (width: Double, depth: Double)? = (130, 20)

    init(varying random: inout SplitMix64) {
        let isPied = random.chance(0.65)
        coat = isPied ? Tone(0xF1EDE4) : random.pick(Tone(0x8A4F2A), Tone(0xB98652), Tone(0x6B3A24))
        patchTone = isPied ? random.pick(Tone(0x2B2728), Tone(0x7A4427)) : coat.darker(0.12)
        isGrazing = random.chance(0.45)
        patches = (0..<5).map { index in
            (
                x: -80 + Double(index) * 38 + random.number(in: -9...9),
                y: random.number(in: 84...122), radius: random.number(in: 15...25)
            )
        }
    }

    func draw(on sketch: inout Sketch) {
        for x in [-70.0, 62] { leg(at: x + 10, coat.darker(0.28), on: &sketch) }
        sketch.limb([(-98, 128, 6), (-110, 112, 5), (-108, 70, 4)], coat.darker(0.1))
        sketch.fill(.ellipse(-108, 62, 6, 12), patchTone.darker(0.2))
        sketch.fill(Path(smooth: [(-60, 62), (-52, 46), (-34, 46), (-26, 62)]), Tone(0xE6A9A0))
        drawBody(on: &sketch)
        for x in [-78.0, 54] { leg(at: x, coat, on: &sketch) }
        let neck = Point(84, 106)
        sketch.within(.rotation(turns: isGrazing ? -0.21 : 0, about: neck)) { drawHead(on: &$0) }
    }

    private func drawBody(on sketch: inout Sketch) {
        let body: [(Double, Double)] = [
            (-102, 128), (-80, 138), (-20, 134), (50, 138), (84, 130), (94, 100), (80, 66),
            (40, 56),
            (-20, 54), (-74, 60), (-98, 80), (-105, 106),
        ]
        sketch.fill(Path(smooth: body), .lit(coat, from: 140, to: 54))
        for patch in patches {
            let (x, y, radius) = patch
            sketch.fill(
                Path(smooth: [
                    (x - radius, y), (x - radius * 0.5, y + radius * 0.7),
                    (x + radius * 0.3, y + radius * 0.5),
                    (x + radius, y + radius * 0.1), (x + radius * 0.5, y - radius * 0.8),
                    (x - radius * 0.4, y - radius * 0.6),
                ]),
                patchTone)
        }
        sketch.fill(
            Path(smooth: [(-98, 80), (-40, 64), (40, 64), (84, 74), (40, 56), (-20, 54), (-74, 60)]
            ),
            Tone(0x20202A), opacity: 0.16)
    }

    private func leg(at x: Double, _ tone: Tone, on sketch: inout Sketch) {
        sketch.limb([(x, 76, 30), (x + 2, 44, 17), (x, 14, 13)], tone)
        sketch.fill(
            Path(polygon: [(x - 8, 13), (x + 8, 13), (x + 11, 0), (x - 9, 0)]), Tone(0x35302E))
    }

    private func drawHead(on sketch: inout Sketch) {
        sketch.limb([(74, 108, 58), (100, 132, 40)], Paint(coat))
        sketch.limb([(104, 158, 7), (98, 170, 5), (106, 180, 3)], Tone(0xE8DFC8))
        sketch.fill(Path(smooth: [(96, 154), (78, 160), (74, 150), (92, 144)]), patchTone)
        sketch.fill(
            Path(smooth: [
                (94, 156), (108, 164), (122, 156), (144, 132), (148, 116), (136, 108), (116, 114),
                (98, 126),
            ]),
            .lit(coat, from: 166, to: 106))
        sketch.fill(
            Path(smooth: [(98, 150), (110, 160), (118, 150), (112, 134), (98, 134)]), patchTone)
        sketch.fill(
            Path(smooth: [(132, 132), (148, 130), (152, 116), (142, 104), (128, 108), (124, 120)]),
            Tone(0xE3AFA4))
        sketch.fill(.ellipse(143, 122, 3, 4), Tone(0x6E4540))
        sketch.curve([(132, 112), (140, 110), (147, 112)], 1.8, Tone(0x8A5A52))
        sketch.fill(.ellipse(118, 146, 4, 4.6), Tone(0x161315))
        sketch.fill(.circle(119.5, 148, 1.3), .white)
    }
}
