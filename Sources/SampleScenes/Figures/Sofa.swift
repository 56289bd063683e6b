/// A sofa for two or three, from the front; the seat is 44 cm high.
struct Sofa: Figure {
    static let label = "sofa"

    var tone: Tone
    var places: Int
    var pillow: Tone
    var hasRoundArms: Bool
    let facing = Facing.frontal
    var shadow: (width: Double, depth: Double)? { (half + 22, 14) }

    init(varying random: inout SplitMix64) {
        tone = random.pick(
            Tone(0x4F7F8C), Tone(0xB5523B), Tone(0x7A8A5A), Tone(0xC9A878), Tone(0x5A5F78),
            Tone(0xA9A29A)
        ).varied(&random)
        places = 2 + random.integer(below: 2)
        pillow = random.pick(Tone(0xE8C25A), Tone(0xF0E6D4), Tone(0xC95B4A), Tone(0x3F5F80))
        hasRoundArms = random.chance(0.5)
    }

    private var half: Double { Double(places) * 34 }

    func draw(on sketch: inout Sketch) {
        for x in [-half - 8, half + 8] { sketch.limb([(x, 12, 6), (x, 2, 4)], Tone(0x3E2A1E)) }
        let dark = tone.darker(0.16)
        sketch.fill(
            .rectangle(-half - 8, 20, half * 2 + 16, 70, corner: 13), .lit(dark, from: 92, to: 26))
        for place in 0..<places {
            let x = -half + Double(place) * 68
            sketch.fill(.rectangle(x + 1, 40, 66, 46, corner: 11), .lit(tone, from: 90, to: 36))
        }
        sketch.fill(
            .rectangle(-half - 10, 9, half * 2 + 20, 22, corner: 5), .lit(dark, from: 31, to: 6))
        for place in 0..<places {
            let x = -half + Double(place) * 68
            sketch.fill(
                .rectangle(x + 0.5, 27, 67, 20, corner: 7),
                .lit(tone.lighter(0.06), from: 50, to: 24))
        }
        for side in [-1.0, 1.0] { drawArm(side, on: &sketch) }
        drawPillow(at: -half + 20, turns: 0.05, on: &sketch)
        if places > 2 { drawPillow(at: half - 20, turns: -0.04, on: &sketch) }
    }

    private func drawArm(_ side: Double, on sketch: inout Sketch) {
        let x = side * (half + 10)
        sketch.fill(
            .rectangle(x - 12, 8, 24, 54, corner: hasRoundArms ? 12 : 4),
            .lit(tone.darker(0.05), from: 64, to: 4))
        guard hasRoundArms else { return }
        sketch.fill(
            .circle(x, 54, 13),
            .radial((x - 3, 58), (18, 18), [tone.lighter(0.2), tone, tone.darker(0.2)]))
        sketch.fill(.arc(x, 54, 6, from: 0, to: 0.8, width: 1.6), tone.darker(0.3))
    }

    private func drawPillow(at x: Double, turns: Double, on sketch: inout Sketch) {
        sketch.within(Transform.rotation(turns: turns).then(.translation(x, 62))) { sketch in
            sketch.fill(
                Path(smooth: [
                    (-17, -15), (-15, 0), (-17, 15), (0, 13), (17, 15), (15, 0), (17, -15),
                    (0, -13),
                ]),
                .radial((-4, 5), (26, 24), [pillow.lighter(0.2), pillow, pillow.darker(0.25)]))
        }
    }
}
