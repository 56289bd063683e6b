/// A broad windowsill with what stands and sits on it, the weather behind the panes.
enum WindowsillSetting {
    static func compose(on stage: inout Stage) {
        stage.horizon = 150
        let width = stage.width
        stage.scenery { sketch, random in
            Sky(bottom: 330, clouds: 3).draw(width: width, on: &sketch, random: &random)
            sketch.fill(
                Path(smooth: [
                    (-60, 320), (width * 0.25, 262), (width * 0.6, 300), (width * 0.9, 256),
                    (width + 60, 300), (width + 60, 460), (-60, 460),
                ]),
                .lit(Tone(0x86A878), from: 250, to: 420))
            for x in [width * 0.2, width * 0.74] {
                Tree(height: random.number(in: 90...140), varying: &random).draw(
                    at: x, 330, on: &sketch, random: &random)
            }
        }
        if stage.random.chance(0.6) {
            stage.place(
                Bird(.gull, varying: &stage.random),
                at: width * (stage.random.pick(0.31, 0.69) + stage.random.number(in: -0.04...0.04)),
                stage.random.number(in: 70...122), scale: 1)
        }
        stage.scenery { sketch, random in
            drawFrame(width, on: &sketch, random: &random)
        }
        placeOnSill(on: &stage)
    }

    private static func drawFrame(
        _ width: Double, on sketch: inout Sketch, random: inout SplitMix64
    ) {
        let paint = Tone(0xEFE9DD)
        for x in [-2.0, width / 2 - 7, width - 16] {
            sketch.fill(
                .rectangle(x, -2, 18, 400),
                .linear((x, 0), (x + 18, 0), [paint, paint.darker(0.16)]))
        }
        sketch.fill(.rectangle(-2, -2, width + 4, 16), paint.darker(0.06))
        sketch.fill(.rectangle(-2, 148, width + 4, 11), .lit(paint, from: 148, to: 160))
        sketch.fill(
            .rectangle(-2, 370, width + 4, 28), .lit(paint.darker(0.05), from: 370, to: 398))
        sketch.fill(
            .rectangle(-2, 396, width + 4, 46),
            .linear((0, 396), (0, 442), [paint.darker(0.1), paint, paint.lighter(0.4)]))
        sketch.fill(.rectangle(-2, 440, width + 4, 14), .lit(paint.darker(0.2), from: 440, to: 456))
        sketch.fill(
            .rectangle(-2, 453, width + 4, 32),
            random.pick(Tone(0xB5C4BE), Tone(0xD3B79A), Tone(0xA9A6B8)).darker(0.1))
        let cloth = random.pick(Tone(0xC98A5A), Tone(0x6A93A0), Tone(0xB9C08A), Tone(0xB57A8C))
        for side in [0.0, 1] {
            let x = side == 0 ? -10 : width - 42
            sketch.fill(
                .rectangle(x, -8, 52, 400, corner: 8),
                .linear(
                    (x, 0), (x + 52, 0),
                    [
                        cloth, cloth.lighter(0.25), cloth.darker(0.2), cloth.lighter(0.14),
                        cloth.darker(0.28),
                    ]))
        }
    }

    private static func placeOnSill(on stage: inout Stage) {
        let count = max(3, Int(stage.width / 108))
        for (index, x) in stage.positions(count, from: 36, to: stage.width - 30).enumerated() {
            let y = stage.random.number(in: 416...432)
            switch (index + stage.random.integer(below: 3)) % 4 {
            case 0:
                stage.place(
                    PottedPlant(varying: &stage.random), at: x, y,
                    scale: stage.random.number(in: 1.5...2.1))
            case 1: stage.place(Cat(varying: &stage.random), at: x, y + 4, scale: 2.6)
            case 2:
                stage.place(
                    Bottle(varying: &stage.random), at: x, y,
                    scale: stage.random.number(in: 3.6...4.6), mirrored: false)
            default: stage.place(Bird(.songbird, varying: &stage.random), at: x, y, scale: 3)
            }
        }
    }
}
