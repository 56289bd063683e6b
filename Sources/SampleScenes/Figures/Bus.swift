/// A city bus from the side, with one deck or two.
struct Bus: Figure {
    static let label = "bus"

    var tone: Tone
    var stripe: Tone
    var hasUpperDeck: Bool
    let facing = Facing.right
    let shadow: (width: Double, depth: Double)? = (570, 34)

    init(varying random: inout SplitMix64) {
        hasUpperDeck = random.chance(0.3)
        tone = random.pick(Tone(0xC9332C), Tone(0xE8B72E), Tone(0x2E7D6B), Tone(0x3C6FB0))
            .varied(&random)
        stripe = random.pick(Tone(0xF3EDE0), Tone(0x26303C), Tone(0xF0C64A))
    }

    private var roof: Double { hasUpperDeck ? 435 : 312 }

    func draw(on sketch: inout Sketch) {
        sketch.fill(
            .rectangle(-545, 28, 1_090, roof - 28, corner: 34), .lit(tone, from: roof, to: 28))
        sketch.fill(.rectangle(-535, roof - 12, 1_050, 9, corner: 4), tone.lighter(0.35))
        sketch.fill(.rectangle(-545, 108, 1_090, 20), stripe)
        sketch.fill(.rectangle(-540, 28, 1_080, 26, corner: 8), Tone(0x2B2E35))
        drawWindows(bottom: 160, height: 104, on: &sketch)
        if hasUpperDeck {
            sketch.fill(.rectangle(-545, 286, 1_090, 12), stripe)
            drawWindows(bottom: 318, height: 84, on: &sketch)
        }
        drawFront(on: &sketch)
        for x in [-330.0, 300.0] {
            sketch.fill(.circle(x, 56, 62), Tone(0x16171B))
            Wheel(radius: 50, spokes: 8).draw(at: x, on: &sketch)
        }
    }

    private func drawWindows(bottom: Double, height: Double, on sketch: inout Sketch) {
        let night = sketch.light.isDark
        let glass = Paint.linear(
            (0, bottom + height), (60, bottom),
            night
                ? [Tone(0xFFE9B0), Tone(0xF3C873)]
                : [Tone(0xB8D2E0), Tone(0x6E8DA3), Tone(0x3A5163)])
        for index in 0..<7 {
            let pane = Path.rectangle(
                -520 + Double(index) * 136, bottom, 122, height, corner: 9)
            sketch.lamp(pane, glass)
            sketch.fill(
                .rectangle(-518 + Double(index) * 136, bottom + height - 22, 118, 4),
                Tone(0x2A3A48), opacity: 0.5)
        }
    }

    private func drawFront(on sketch: inout Sketch) {
        // Driver's window and door.
        let glass = Paint.linear((440, 270), (540, 120), [Tone(0xC4DCE8), Tone(0x5F7F95)])
        sketch.fill(.rectangle(438, 118, 100, 146, corner: 10), glass)
        sketch.fill(.rectangle(392, 58, 8, 206), Tone(0x2A2F36))
        sketch.fill(.rectangle(310 - 162, 58, 92, 206, corner: 8), Tone(0x272C33))
        for x in [154.0, 198.0] {
            sketch.fill(.rectangle(x, 70, 36, 186, corner: 5), glass)
        }
        sketch.fill(.rectangle(300, 272, 200, 28, corner: 5), Tone(0x1D1F23))
        for index in 0..<8 {
            sketch.glow(
                .rectangle(312 + Double(index) * 22, 278, 14, 15, corner: 3), Tone(0xF6B03A))
        }
        sketch.lamp(.ellipse(528, 76, 13, 13), Tone(0xFFF3C8))
        sketch.fill(.rectangle(-544, 70, 11, 34, corner: 4), Tone(0x8E1F1C))
    }
}
