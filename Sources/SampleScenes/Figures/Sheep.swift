/// A sheep from the side, in its wool.
struct Sheep: Figure {
    static let label = "sheep"

    var wool: Tone
    var face: Tone
    var isGrazing: Bool
    private var curls: [(x: Double, y: Double, radius: Double)]
    let facing = Facing.right
    let shadow: (width: Double, depth: Double)? = (58, 10)

    init(varying random: inout SplitMix64) {
        wool = random.pick(Tone(0xF3EFE4), Tone(0xE6DECB), Tone(0xDAD5CC), Tone(0x5A4F49))
            .varied(&random, by: 0.02)
        face = random.pick(Tone(0x2C2829), Tone(0x4A3A32), Tone(0xD8BFA4))
        isGrazing = random.chance(0.5)
        curls = (0..<26).map { _ in
            let out = UnitCircle.point(atTurn: random.unit())
            let reach = random.unit().squareRoot()
            return (
                x: out.x * reach * 32 - 4, y: 52 + out.y * reach * 15,
                radius: random.number(in: 6...9)
            )
        }
    }

    func draw(on sketch: inout Sketch) {
        for x in [-24.0, 20] { leg(at: x + 7, face.darker(0.3), on: &sketch) }
        sketch.fill(.ellipse(-46, 52, 8, 10), wool.darker(0.08))
        let edge: [(Double, Double)] = (0..<15).map { index in
            let out = UnitCircle.point(atTurn: Double(index) / 15)
            return (out.x * 37 - 4, 52 + out.y * 19)
        }
        for x in [-28.0, 15] { leg(at: x, face, on: &sketch) }
        for point in edge {
            sketch.fill(
                .circle(point.0, point.1, 11), point.1 < 50 ? wool.darker(0.2) : wool.darker(0.04))
        }
        sketch.fill(.ellipse(-4, 52, 40, 22), .lit(wool, from: 76, to: 28))
        for curl in curls {
            sketch.fill(
                .arc(curl.x, curl.y, curl.radius * 0.7, from: 0.08, to: 0.6, width: 1.8),
                wool.darker(0.14))
        }
        sketch.within(.rotation(turns: isGrazing ? -0.16 : 0, about: Point(26, 58))) {
            drawHead(on: &$0)
        }
    }

    private func leg(at x: Double, _ tone: Tone, on sketch: inout Sketch) {
        sketch.limb([(x, 36, 9), (x, 6, 7)], tone)
        sketch.fill(.rectangle(x - 4.5, 0, 9, 5, corner: 1.5), tone.darker(0.4))
    }

    private func drawHead(on sketch: inout Sketch) {
        sketch.limb([(24, 60, 30), (36, 70, 24)], Paint(wool.darker(0.03)))
        sketch.fill(Path(smooth: [(37, 76), (22, 78), (20, 70), (34, 68)]), face.darker(0.2))
        sketch.fill(
            Path(smooth: [
                (34, 80), (46, 82), (56, 72), (64, 60), (62, 52), (52, 52), (40, 60), (33, 70),
            ]),
            .lit(face, from: 84, to: 50))
        for point in [(34.0, 82.0), (41, 85), (48, 82)] {
            sketch.fill(.circle(point.0, point.1, 6.4), wool)
        }
        sketch.fill(.circle(50, 71, 2.6), Tone(0xF2E9C8))
        sketch.fill(.circle(50.6, 71, 1.5), Tone(0x121012))
        sketch.fill(.ellipse(61, 56, 1.6, 1.4), Tone(0x121012))
    }
}
