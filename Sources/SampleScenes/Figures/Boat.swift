/// A boat on the water: under sail, with a motor, or a rowing boat.
///
/// The origin is at the waterline.
struct Boat: Figure {
    static let label = "boat"

    enum Rig: Sendable { case sail, motor, oars }

    var rig: Rig
    var hull: Tone
    var sail: Tone
    let facing = Facing.right
    let shadow: (width: Double, depth: Double)? = nil

    init(varying random: inout SplitMix64) {
        rig = random.pick(.sail, .motor, .oars)
        hull = random.pick(
            Tone(0xF2EFE8), Tone(0x23456E), Tone(0xB5352C), Tone(0x2D7A72), Tone(0x8A5A34)
        ).varied(&random)
        sail = random.pick(Tone(0xF7F3E8), Tone(0xE8C9A0), Tone(0xC84A3A), Tone(0xF0E2B8))
    }

    func draw(on sketch: inout Sketch) {
        switch rig {
        case .sail: drawSailboat(on: &sketch)
        case .motor: drawMotorboat(on: &sketch)
        case .oars: drawRowingBoat(on: &sketch)
        }
    }

    private func drawSailboat(on sketch: inout Sketch) {
        sketch.stroke([(10, 40), (10, 700)], 11, Tone(0x8A6A48))
        sketch.stroke([(10, 100), (-235, 92)], 8, Tone(0x8A6A48))
        sketch.fill(
            Path(polygon: Self.curved([(2, 690), (-60, 440), (-150, 240), (-236, 104), (2, 110)])),
            .linear((-220, 300), (10, 300), [sail.darker(0.16), sail, sail.lighter(0.2)]))
        sketch.fill(
            Path(polygon: Self.curved([(20, 620), (120, 380), (230, 110), (120, 120), (20, 130)])),
            .linear((20, 300), (230, 200), [sail.darker(0.08), sail.darker(0.22)]))
        for y in [230.0, 350, 470] {
            sketch.curve(
                [(-150 + (y - 230) * 0.4, y), (-70, y - 4), (2, y + 6)], 3, sail.darker(0.25))
        }
        drawHull(length: 280, height: 76, on: &sketch)
        sketch.fill(
            Path(smooth: [(-120, 74), (-104, 104), (60, 104), (90, 74)]),
            .lit(Tone(0xF3EFE6), from: 106, to: 74))
        for x in [-70.0, -20, 30] { sketch.fill(.ellipse(x, 90, 13, 7), Tone(0x2C4152)) }
        sketch.fill(Path(polygon: [(10, 700), (64, 686), (10, 672)]), Tone(0xD0352E))
    }

    private func drawHull(length: Double, height: Double, on sketch: inout Sketch) {
        let deck: [(Double, Double)] = [
            (-length, height), (-length * 0.3, height * 0.9), (length * 0.5, height * 1.0),
            (length * 1.08, height * 1.28),
        ]
        let keel: [(Double, Double)] = [
            (length * 0.86, height * 0.42), (length * 0.72, 0), (-length * 0.92, 0),
        ]
        sketch.fill(Path(polygon: Self.curved(deck) + keel), .lit(hull, from: height * 1.3, to: 0))
        sketch.curve(deck.map { ($0.0, $0.1 - height * 0.1) }, height * 0.1, hull.darker(0.35))
        sketch.fill(
            Path(polygon: [
                (length * 0.76, height * 0.14), (length * 0.72, 0), (-length * 0.92, 0),
                (-length * 0.935, height * 0.14),
            ]),
            Tone(0x7C2A26))
    }

    private func drawMotorboat(on sketch: inout Sketch) {
        sketch.fill(
            Path(polygon: [(-150, 66), (-140, 190), (36, 190), (76, 66)]),
            .lit(Tone(0xF4F2EC), from: 192, to: 66))
        sketch.fill(.rectangle(-158, 186, 214, 14, corner: 6), hull.darker(0.2))
        for x in [-124.0, -62, 0] {
            sketch.fill(
                .rectangle(x, 124, 50, 46, corner: 7),
                .linear((x, 170), (x + 30, 124), [Tone(0xA9C8DA), Tone(0x3B5568)]))
        }
        sketch.stroke([(-80, 198), (-80, 300)], 6, Tone(0x6B6F75))
        sketch.fill(Path(polygon: [(-80, 298), (-136, 284), (-80, 268)]), Tone(0xE0B13A))
        sketch.stroke([(140, 100), (140, 130), (250, 140)], 5, Tone(0xC9CDD1))
        drawHull(length: 250, height: 94, on: &sketch)
        for x in [-170.0, -90, -10] {
            sketch.fill(.arc(x, 62, 16, from: 0, to: 1, width: 9), Tone(0x2A2C30))
        }
        sketch.fill(.arc(100, 108, 17, from: 0, to: 1, width: 9), Tone(0xE0552F))
    }

    private func drawRowingBoat(on sketch: inout Sketch) {
        sketch.stroke([(-30, 62), (-120, 4)], 7, Tone(0x9A6B3C))
        sketch.fill(.ellipse(-122, 3, 22, 7), Tone(0xB98850))
        drawHull(length: 170, height: 52, on: &sketch)
        sketch.fill(.rectangle(-90, 44, 46, 9, corner: 3), Tone(0xC69A62))
        sketch.fill(.rectangle(30, 46, 46, 9, corner: 3), Tone(0xC69A62))
    }

    private static func curved(_ points: [(Double, Double)]) -> [(Double, Double)] {
        Path.curve(through: points.map { Point($0.0, $0.1) }, closed: false).map { ($0.x, $0.y) }
    }
}
