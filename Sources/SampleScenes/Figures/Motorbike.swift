/// A motorcycle or a scooter from the side.
struct Motorbike: Figure {
    static let label = "motorbike"

    var tone: Tone
    var isScooter: Bool
    let facing = Facing.right
    let shadow: (width: Double, depth: Double)? = (115, 12)

    init(varying random: inout SplitMix64) {
        isScooter = random.chance(0.35)
        tone = random.pick(
            Tone(0xC4302B), Tone(0x1F5FA8), Tone(0x23262B), Tone(0xD98A1F), Tone(0x2F8F83)
        ).varied(&random)
    }

    func draw(on sketch: inout Sketch) {
        isScooter ? drawScooter(on: &sketch) : drawMotorcycle(on: &sketch)
    }

    private func drawTyre(at x: Double, radius: Double, on sketch: inout Sketch) {
        sketch.fill(.circle(x, radius, radius * 0.8), Tone(0x51565E))
        for spoke in 0..<6 {
            let out = UnitCircle.point(atTurn: Double(spoke) / 6 + 0.08)
            sketch.stroke(
                [(x, radius), (x + out.x * radius * 0.7, radius + out.y * radius * 0.7)], 3,
                Tone(0xB5BAC1))
        }
        sketch.fill(
            .arc(x, radius, radius * 0.84, from: 0, to: 1, width: radius * 0.32), Tone(0x1A1B1F))
        sketch.fill(.circle(x, radius, radius * 0.2), Tone(0x8E949C))
    }

    private func drawMotorcycle(on sketch: inout Sketch) {
        drawTyre(at: -72, radius: 32, on: &sketch)
        drawTyre(at: 76, radius: 32, on: &sketch)
        let steel = Tone(0x8B9199)
        sketch.stroke([(76, 32), (48, 96)], 7, steel)
        sketch.stroke([(-72, 32), (-10, 44)], 7, Tone(0x3B3F46))
        // Exhaust under an engine block with cooling fins.
        sketch.fill(.rectangle(-24, 22, 56, 40, corner: 8), .lit(Tone(0x5A6068), from: 62, to: 22))
        for fin in 0..<4 {
            sketch.stroke(
                [(-18, 34 + Double(fin) * 7), (26, 34 + Double(fin) * 7)], 2, Tone(0xA2A8AF))
        }
        sketch.limb([(26, 30, 5), (4, 18, 6), (-50, 20, 8), (-104, 28, 10)], Tone(0xC3C8CE))
        sketch.fill(.circle(2, 40, 13), .lit(Tone(0x9AA0A8), from: 53, to: 27))
        sketch.fill(
            Path(smooth: [(-104, 66), (-92, 60), (-62, 66), (-44, 70), (-50, 82), (-92, 80)]),
            .lit(tone, from: 84, to: 60))
        sketch.fill(
            Path(smooth: [
                (-98, 82), (-60, 76), (-24, 72), (-8, 80), (-26, 88), (-62, 88), (-96, 92),
            ]),
            .lit(Tone(0x2A2422), from: 92, to: 72))
        sketch.fill(
            Path(smooth: [
                (-22, 70), (-16, 92), (8, 102), (36, 98), (48, 84), (34, 68), (4, 62),
            ]),
            .lit(tone, from: 102, to: 62))
        sketch.curve([(-12, 88), (8, 95), (32, 92)], 3, tone.lighter(0.45))
        sketch.limb([(48, 92, 5), (44, 108, 5), (30, 114, 5)], Tone(0x2B2E33))
        sketch.fill(.ellipse(58, 92, 14, 13), .lit(tone.darker(0.1), from: 105, to: 80))
        sketch.lamp(.ellipse(68, 91, 6, 10), Tone(0xFFF2C0))
        sketch.fill(.arc(76, 32, 36, from: 0.08, to: 0.4, width: 6), tone)
        sketch.fill(.rectangle(-112, 66, 9, 8, corner: 3), Tone(0xD32F2A))
    }

    private func drawScooter(on sketch: inout Sketch) {
        drawTyre(at: -56, radius: 24, on: &sketch)
        drawTyre(at: 62, radius: 24, on: &sketch)
        sketch.stroke([(62, 24), (46, 88)], 7, Tone(0x8B9199))
        sketch.fill(
            .rectangle(-22, 20, 62, 11, corner: 5), .lit(tone.darker(0.15), from: 31, to: 20))
        sketch.fill(
            Path(smooth: [
                (-96, 40), (-88, 62), (-58, 72), (-16, 70), (-8, 46), (-14, 22), (-34, 24),
                (-44, 42), (-66, 46), (-84, 36),
            ]),
            .lit(tone, from: 72, to: 22))
        sketch.fill(
            Path(smooth: [(30, 22), (42, 22), (54, 62), (52, 96), (42, 98), (38, 60)]),
            .lit(tone, from: 98, to: 22))
        sketch.fill(
            Path(smooth: [(38, 34), (58, 52), (84, 44), (90, 30), (76, 40), (58, 42)]), tone)
        sketch.fill(
            Path(smooth: [(-92, 70), (-84, 80), (-40, 80), (-12, 76), (-14, 69), (-50, 70)]),
            Tone(0x4A3226))
        sketch.limb([(46, 96, 6), (42, 108, 5), (28, 110, 5)], Tone(0x34373C))
        sketch.fill(.ellipse(52, 100, 11, 10), .lit(tone, from: 110, to: 90))
        sketch.lamp(.ellipse(60, 100, 5, 8), Tone(0xFFF2C0))
        sketch.fill(.ellipse(-98, 52, 5, 6), Tone(0xD32F2A))
    }
}
