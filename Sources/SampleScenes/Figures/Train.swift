/// A train from the side: a locomotive or railcar in front, coaches behind it to the left.
struct Train: Figure {
    static let label = "train"

    var tone: Tone
    var stripe: Tone
    var coaches: Int
    var isSteam: Bool
    let facing = Facing.right
    let shadow: (width: Double, depth: Double)? = nil

    init(varying random: inout SplitMix64) {
        tone = random.pick(
            Tone(0xB32F2B), Tone(0x2B5D94), Tone(0x2F7357), Tone(0xDDE1E4), Tone(0xD99A2B)
        ).varied(&random)
        stripe = random.pick(Tone(0xF2E8D2), Tone(0xE8B53A), Tone(0x2A3038))
        coaches = 1 + random.integer(below: 2)
        isSteam = random.chance(0.4)
    }

    private var engineLength: Double { isSteam ? 1_050 : 1_500 }

    func draw(on sketch: inout Sketch) {
        for coach in 0..<coaches {
            drawCoach(from: -engineLength / 2 - Double(coach + 1) * 1_560, on: &sketch)
        }
        isSteam ? drawSteamEngine(on: &sketch) : drawRailcar(on: &sketch)
    }

    private func drawBogies(from left: Double, length: Double, on sketch: inout Sketch) {
        sketch.fill(.rectangle(left + 40, 50, length - 80, 50, corner: 10), Tone(0x2B2D33))
        for x in [left + 160, left + 270, left + length - 270, left + length - 160] {
            sketch.fill(.circle(x, 46, 46), Tone(0x1D1E22))
            sketch.fill(.circle(x, 46, 30), Tone(0x6A7078))
            sketch.fill(.circle(x, 46, 10), Tone(0x2A2C30))
        }
    }

    private func drawCoach(from left: Double, on sketch: inout Sketch) {
        drawBogies(from: left, length: 1_520, on: &sketch)
        sketch.fill(.rectangle(left - 30, 90, 80, 26), Tone(0x2B2D33))
        sketch.fill(.rectangle(left + 1_490, 90, 80, 180), Tone(0x34373D))
        sketch.fill(
            .rectangle(left + 10, 88, 1_500, 312, corner: 26), .lit(tone, from: 400, to: 88))
        sketch.fill(.rectangle(left + 20, 386, 1_480, 30, corner: 14), Tone(0x4A4F57))
        sketch.fill(.rectangle(left + 10, 190, 1_500, 26), stripe)
        drawWindows(from: left + 190, count: 7, on: &sketch)
        for x in [left + 50, left + 1_380] {
            sketch.fill(.rectangle(x, 104, 90, 262, corner: 8), tone.darker(0.25))
            sketch.fill(.rectangle(x + 14, 232, 62, 108, corner: 8), Tone(0x5C7A8E))
        }
    }

    private func drawWindows(from left: Double, count: Int, on sketch: inout Sketch) {
        let night = sketch.light.isDark
        for index in 0..<count {
            let x = left + Double(index) * 168
            sketch.lamp(
                .rectangle(x, 240, 138, 104, corner: 12),
                .linear(
                    (x, 344), (x + 60, 240),
                    night ? [Tone(0xFFE9AE), Tone(0xF0C26A)] : [Tone(0xAFCBDB), Tone(0x33495A)]))
        }
    }

    private func drawRailcar(on sketch: inout Sketch) {
        drawBogies(from: -750, length: 1_500, on: &sketch)
        sketch.stroke([(-330, 418), (-250, 490), (-330, 556)], 12, Tone(0x3C4047))
        sketch.stroke([(-420, 560), (-240, 560)], 14, Tone(0x3C4047))
        let nose = Path.curve(
            through: [
                (560.0, 410.0), (660, 380), (726, 290), (762, 180), (768, 118), (740, 84),
            ].map { Point($0.0, $0.1) }, closed: false
        ).map { ($0.x, $0.y) }
        sketch.fill(
            Path(polygon: [(-742, 84), (-742, 396), (-730, 410)] + nose + [(740, 84)]),
            .lit(tone, from: 410, to: 84))
        sketch.fill(.rectangle(-730, 398, 1_280, 22, corner: 10), Tone(0x4A4F57))
        sketch.fill(Path(polygon: [(-742, 190), (-742, 216), (748, 216), (758, 190)]), stripe)
        sketch.fill(
            Path(polygon: [(590, 356), (660, 350), (712, 262), (590, 244)]),
            .linear((600, 360), (690, 240), [Tone(0xBBD6E4), Tone(0x1E2A36)]))
        drawWindows(from: -560, count: 6, on: &sketch)
        for x in [-700.0, 460] {
            sketch.fill(.rectangle(x, 100, 96, 266, corner: 8), tone.darker(0.25))
            sketch.fill(.rectangle(x + 14, 232, 68, 110, corner: 8), Tone(0x5C7A8E))
        }
        sketch.lamp(.ellipse(738, 150, 20, 16), Tone(0xFFF3C6))
        sketch.fill(Path(polygon: [(640, 84), (772, 84), (752, 44), (660, 44)]), Tone(0x3A3D44))
    }

    private func drawSteamEngine(on sketch: inout Sketch) {
        let black = Tone(0x26282D)
        sketch.fill(.rectangle(-520, 78, 1_040, 46), Tone(0x8E2A26))
        sketch.fill(.rectangle(-510, 120, 300, 270, corner: 8), .lit(tone, from: 390, to: 120))
        sketch.fill(.rectangle(-540, 386, 360, 28, corner: 12), black)
        sketch.fill(.rectangle(-450, 252, 90, 104, corner: 8), Tone(0x5C7A8E))
        sketch.fill(.rectangle(-336, 252, 80, 104, corner: 8), Tone(0x5C7A8E))
        sketch.fill(
            .rectangle(-220, 138, 660, 196, corner: 18),
            .linear(
                (0, 334), (0, 138), [tone.darker(0.3), tone.lighter(0.25), tone, tone.darker(0.5)]))
        for x in [-120.0, 60, 240] { sketch.fill(.rectangle(x, 138, 16, 196), stripe) }
        sketch.fill(.rectangle(430, 132, 70, 208, corner: 22), .lit(black, from: 340, to: 130))
        sketch.fill(
            Path(polygon: [(360, 330), (350, 450), (330, 478), (450, 478), (430, 450), (420, 330)]),
            .lit(black, from: 478, to: 330))
        sketch.fill(.ellipse(90, 336, 60, 44), Tone(0xC79A3C))
        sketch.fill(.ellipse(-90, 336, 46, 34), black)
        sketch.lamp(.circle(470, 366, 26), Tone(0xFFF0BE))
        sketch.fill(Path(polygon: [(500, 120), (590, 24), (470, 24), (450, 120)]), Tone(0x8E2A26))
        for x in [-380.0, -190, 0] { drawDriver(at: x, radius: 82, on: &sketch) }
        for x in [220.0, 360] { drawDriver(at: x, radius: 48, on: &sketch) }
        sketch.stroke([(-380, 70), (-190, 70), (0, 70), (260, 92)], 18, Tone(0xC3C8CE))
        sketch.fill(.rectangle(220, 64, 150, 60, corner: 10), black)
    }

    private func drawDriver(at x: Double, radius: Double, on sketch: inout Sketch) {
        sketch.fill(.circle(x, radius, radius), Tone(0x1B1C20))
        sketch.fill(.circle(x, radius, radius * 0.8), Tone(0xA3322C))
        for spoke in 0..<8 {
            let out = UnitCircle.point(atTurn: Double(spoke) / 8)
            sketch.stroke(
                [(x, radius), (x + out.x * radius * 0.8, radius + out.y * radius * 0.8)], 8,
                Tone(0x1B1C20))
        }
        sketch.fill(.circle(x, radius, radius * 0.24), Tone(0x6A7078))
    }
}
