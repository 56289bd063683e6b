/// The yard of a workshop: a brick wall and a gate, two-wheelers parked before it.
enum YardSetting {
    static func compose(on stage: inout Stage) {
        stage.horizon = 170
        stage.cameraHeight = 160
        let width = stage.width
        stage.scenery { sketch, random in
            drawWall(width, on: &sketch, random: &random)
            sketch.fill(
                .rectangle(-2, 304, width + 4, 182),
                .linear((0, 304), (0, 480), [Tone(0x8C8478), Tone(0xA39A8C), Tone(0x8A8174)]))
            Texture(mark: .speck, tones: [Tone(0xB8AFA0), Tone(0x6E665A)], count: 520)
                .strew(from: 308, to: 484, width: width, on: &sketch, random: &random)
        }
        placeAtWall(on: &stage)
        placeInFront(on: &stage)
    }

    private static func drawWall(
        _ width: Double, on sketch: inout Sketch, random: inout SplitMix64
    ) {
        let brick = random.pick(Tone(0xA8604A), Tone(0xB58A68), Tone(0x9A7A70))
        sketch.fill(.rectangle(-2, -2, width + 4, 308), .lit(brick.darker(0.2), from: -60, to: 330))
        for row in 0..<22 {
            var x = row % 2 == 0 ? -20.0 : -2
            while x < width {
                sketch.fill(
                    .rectangle(x, Double(row) * 14, 34, 12, corner: 1),
                    brick.varied(&random, by: 0.06))
                x += 36
            }
        }
        let left = width * random.number(in: 0.24...0.36)
        sketch.fill(.rectangle(left - 8, 84, width * 0.4 + 16, 222), Tone(0x5A5E63))
        for slat in 0..<16 {
            sketch.fill(
                .rectangle(left, 92 + Double(slat) * 13.4, width * 0.4, 12),
                .lit(Tone(0x6C8A94), from: 92 + Double(slat) * 13.4, to: 106 + Double(slat) * 13.4))
        }
        sketch.fill(
            .rectangle(left + width * 0.06, 38, width * 0.28, 34, corner: 4), Tone(0x2E4552))
        for tooth in 0..<3 {
            let x = left + width * (0.12 + Double(tooth) * 0.08)
            sketch.fill(.arc(x, 55, 8, from: 0, to: 1, width: 4), Tone(0xE3B546))
        }
        sketch.lamp(.ellipse(left - 34, 92, 11, 7), Tone(0xFFE7AE))
    }

    private static func placeAtWall(on stage: inout Stage) {
        for x in stage.positions(2 + Int(stage.width / 520), from: 10, to: stage.width - 10) {
            let y = stage.random.number(in: 330...348)
            switch stage.random.integer(below: 4) {
            case 0, 1: stage.place(Motorbike(varying: &stage.random), at: x, y)
            case 2: stage.place(Bicycle(varying: &stage.random), at: x, y)
            default: stage.place(PottedPlant(varying: &stage.random), at: x, y)
            }
        }
        if stage.random.chance(0.6) {
            stage.place(
                Person(.standing, varying: &stage.random),
                at: stage.width * stage.random.number(in: 0.3...0.7), 368)
        }
    }

    private static func placeInFront(on stage: inout Stage) {
        let x = stage.width * stage.random.number(in: 0.3...0.7)
        stage.place(Motorbike(varying: &stage.random), at: x, 446)
        if stage.random.chance(0.45) {
            stage.place(Dog(varying: &stage.random), at: x + 230 * stage.random.pick(-1.0, 1), 454)
        } else if stage.random.chance(0.6) {
            stage.place(Cat(varying: &stage.random), at: x + 215 * stage.random.pick(-1.0, 1), 452)
        }
    }
}
