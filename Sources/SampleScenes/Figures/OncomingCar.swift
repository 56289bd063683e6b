/// A car seen from the front.
struct OncomingCar: Figure {
    static let label = "car"

    var tone: Tone
    let facing = Facing.frontal
    let shadow: (width: Double, depth: Double)? = (110, 24)

    init(varying random: inout SplitMix64) {
        tone = random.pick(
            Tone(0xB8342E), Tone(0x2C5F9E), Tone(0xDDE1E4), Tone(0x2F6B57), Tone(0xD8912B)
        ).varied(&random)
    }

    func draw(on sketch: inout Sketch) {
        for x in [-72.0, 72.0] {
            sketch.fill(.rectangle(x - 14, 0, 28, 46, corner: 9), Tone(0x1B1C20))
        }
        sketch.fill(
            Path(smooth: [
                (-70, 100), (-56, 140), (-30, 149), (30, 149), (56, 140), (70, 100),
            ]), .lit(tone, from: 150, to: 95))
        sketch.fill(
            Path(polygon: [(-62, 99), (-47, 138), (47, 138), (62, 99)]),
            .linear((-30, 140), (30, 98), [Tone(0xB4CEDD), Tone(0x6C8AA0), Tone(0x33475A)]))
        sketch.fill(
            Path(smooth: [
                (-86, 24), (-92, 60), (-84, 92), (-60, 102), (0, 105), (60, 102), (84, 92),
                (92, 60), (86, 24), (0, 20),
            ]), .lit(tone, from: 104, to: 22))
        for side in [-1.0, 1.0] {
            sketch.fill(.ellipse(side * 94, 100, 11, 9), tone.darker(0.2))
            sketch.fill(.ellipse(side * 66, 70, 20, 14), Tone(0x3A3E44))
            sketch.lamp(.ellipse(side * 66, 70, 17, 11), Tone(0xFFF4CF))
        }
        sketch.fill(.rectangle(-42, 58, 84, 22, corner: 8), Tone(0x22252A))
        for bar in 0..<3 {
            sketch.fill(.rectangle(-38, 62 + Double(bar) * 6, 76, 2.5), Tone(0x878D95))
        }
        sketch.fill(.rectangle(-88, 24, 176, 14, corner: 6), Tone(0x2A2D33))
        sketch.fill(.rectangle(-26, 34, 52, 13, corner: 2), Tone(0xF2F2EA))
        sketch.curve([(-60, 96), (0, 99), (60, 96)], 2, tone.darker(0.3))
    }
}
