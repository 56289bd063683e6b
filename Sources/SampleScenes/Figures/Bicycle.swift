/// A bicycle from the side; saddle at 92 cm, handlebar at 100.
struct Bicycle: Figure {
    static let label = "bicycle"

    var tone: Tone
    var hasBasket: Bool
    let facing = Facing.right
    let shadow: (width: Double, depth: Double)? = (95, 8)

    init(varying random: inout SplitMix64) {
        tone = random.pick(
            Tone(0xC43D34), Tone(0x2A7F8E), Tone(0x2E5AA8), Tone(0xE2A62C), Tone(0x4A8A3F),
            Tone(0x353A42)
        ).varied(&random)
        hasBasket = random.chance(0.4)
    }

    func draw(on sketch: inout Sketch) {
        for x in [-53.0, 53.0] { drawWheel(at: x, on: &sketch) }
        let (hub, crank, seat) = ((-53.0, 35.0), (-8.0, 30.0), (-20.0, 82.0))
        let (head, fork) = ((36.0, 84.0), (53.0, 35.0))
        sketch.stroke([hub, crank], 3.6, tone.darker(0.15))
        sketch.stroke([hub, seat], 3.6, tone.darker(0.15))
        sketch.stroke([crank, seat], 4.8, tone)
        sketch.stroke([crank, head], 5.2, tone)
        sketch.stroke([(-18, 76), (36, 80)], 5.2, tone.lighter(0.1))
        sketch.curve([head, (41, 66), fork], 4.4, tone.darker(0.1))
        sketch.stroke([(34, 92), head], 4, Tone(0x5A5F66))
        sketch.stroke([(-20, 82), (-22, 90)], 3.4, Tone(0x5A5F66))
        sketch.fill(
            Path(smooth: [(-38, 95), (-30, 98), (-6, 93), (-8, 89), (-26, 89)]), Tone(0x2B2523))
        sketch.curve([(34, 92), (38, 101), (48, 102), (54, 96)], 3.8, Tone(0x33363B))
        sketch.fill(.arc(-8, 30, 9.5, from: 0, to: 1, width: 3), Tone(0x3A3D42))
        sketch.stroke([(-8, 30), (2, 14)], 3.4, Tone(0x46494F))
        sketch.stroke([(-4, 13), (10, 13)], 4, Tone(0x26282C))
        sketch.stroke([(-8, 30), (-18, 45)], 3, Tone(0x46494F))
        sketch.curve([hub, (-30, 41), (-8, 39)], 1.6, Tone(0x3A3D42))
        if hasBasket { drawBasket(on: &sketch) }
    }

    private func drawWheel(at x: Double, on sketch: inout Sketch) {
        for spoke in 0..<8 {
            let out = UnitCircle.point(atTurn: Double(spoke) / 8 + 0.03)
            sketch.stroke(
                [(x, 35), (x + out.x * 32, 35 + out.y * 32)], 0.9, Tone(0x9AA0A8))
        }
        sketch.fill(.arc(x, 35, 33, from: 0, to: 1, width: 4.4), Tone(0x1F2125))
        sketch.fill(.arc(x, 35, 30, from: 0, to: 1, width: 1.6), Tone(0xB7BCC2))
        sketch.fill(.circle(x, 35, 4), Tone(0x5D636B))
    }

    private func drawBasket(on sketch: inout Sketch) {
        sketch.fill(
            Path(polygon: [(44, 74), (72, 74), (76, 96), (42, 96)]),
            .lit(Tone(0xB98850), from: 96, to: 74))
        for row in 0..<3 {
            sketch.stroke(
                [(45, 79 + Double(row) * 6), (73, 79 + Double(row) * 6)], 1.2, Tone(0x7C5730))
        }
    }
}
