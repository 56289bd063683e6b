/// Hills, a barn and a fence, with the farm's animals.
enum PastureSetting {
    static func compose(on stage: inout Stage) {
        stage.horizon = 190
        stage.cameraHeight = 215
        drawLand(on: &stage)
        placeHerd(on: &stage)
        drawForeground(on: &stage)
    }

    private static func drawLand(on stage: inout Stage) {
        let width = stage.width
        stage.scenery { sketch, random in
            Sky(bottom: 250, clouds: 5).draw(width: width, on: &sketch, random: &random)
        }
        for (distance, base, tone) in [
            (Float(0.55), 186.0, Tone(0x6F9488)), (0.3, 206, Tone(0x7FA06A)),
            (0.1, 226, Tone(0x86A858)),
        ] {
            stage.scenery(distance: distance) { sketch, random in
                drawHill(base, tone, width: width, on: &sketch, random: &random)
            }
        }
        stage.scenery(distance: 0.06) { sketch, random in
            let left = random.chance(0.5)
            drawBarn(at: left ? width * 0.12 : width * 0.74, 246, on: &sketch)
            for x in [width * (left ? 0.55 : 0.08), width * (left ? 0.9 : 0.36)] {
                Tree(height: random.number(in: 80...120), varying: &random).draw(
                    at: x, 250, on: &sketch, random: &random)
            }
        }
        stage.scenery { sketch, random in
            sketch.fill(
                .rectangle(-2, 244, width + 4, 240),
                .linear((0, 244), (0, 480), [Tone(0x8DB25A), Tone(0x6E9A45), Tone(0x557F38)]))
            Texture(
                mark: .blade, tones: [Tone(0x9CC266), Tone(0x5C8838), Tone(0x4A7230)], count: 900
            )
            .strew(from: 252, to: 486, width: width, on: &sketch, random: &random)
            drawFence(width, on: &sketch)
        }
    }

    private static func drawHill(
        _ base: Double, _ tone: Tone, width: Double, on sketch: inout Sketch,
        random: inout SplitMix64
    ) {
        var ridge: [(Double, Double)] = []
        for index in 0...6 {
            ridge.append((Double(index) / 6 * (width + 120) - 60, base - random.number(in: 0...42)))
        }
        sketch.fill(
            Path(smooth: ridge + [(width + 90, 300), (-90, 300)]),
            .lit(tone, from: base - 40, to: base + 70))
    }

    private static func drawBarn(at x: Double, _ y: Double, on sketch: inout Sketch) {
        let red = Tone(0xA8443A)
        sketch.fill(.rectangle(x, y - 52, 96, 54), .lit(red, from: y - 52, to: y + 20))
        for board in 0..<8 {
            sketch.stroke(
                [(x + Double(board) * 13, y - 50), (x + Double(board) * 13, y)], 0.8,
                red.darker(0.25))
        }
        sketch.fill(
            Path(polygon: [
                (x - 8, y - 50), (x + 8, y - 80), (x + 48, y - 98), (x + 88, y - 80),
                (x + 104, y - 50),
            ]),
            .lit(Tone(0x5E646B), from: y - 98, to: y - 40))
        sketch.fill(.rectangle(x + 32, y - 36, 32, 38), Tone(0xF0EBE0))
        sketch.fill(.rectangle(x + 35, y - 33, 26, 35), red.darker(0.2))
        sketch.stroke([(x + 35, y - 33), (x + 61, y + 1)], 2, Tone(0xF0EBE0))
        sketch.stroke([(x + 61, y - 33), (x + 35, y + 1)], 2, Tone(0xF0EBE0))
        sketch.fill(.circle(x + 48, y - 66, 8), Tone(0x2A2A2E))
    }

    private static func drawFence(_ width: Double, on sketch: inout Sketch) {
        let wood = Tone(0xB39A78)
        for rail in [246.0, 255] {
            sketch.stroke([(-4, rail), (width + 4, rail + 2)], 3, wood.darker(0.1))
        }
        for index in 0...Int(width / 44) {
            let x = Double(index) * 44 + 10
            sketch.fill(.rectangle(x, 238, 5, 30, corner: 1), .lit(wood, from: 238, to: 270))
        }
    }

    private static func placeHerd(on stage: inout Stage) {
        let rows = [288.0, 326, 372, 430].map { $0 + stage.random.number(in: -10...10) }
        let kind = stage.random.integer(below: 4)
        for (index, y) in rows.enumerated() {
            let count = index == 0 ? 2 : index == 3 ? 1 : 1 + stage.random.integer(below: 2)
            for x in stage.positions(count, from: 20, to: stage.width - 20) {
                placeAnimal(kind: kind, at: x, y, on: &stage)
            }
        }
        if stage.random.chance(0.4) {
            stage.place(
                Person(varying: &stage.random),
                at: stage.width * stage.random.number(in: 0.2...0.8), 350)
        }
    }

    /// A herd of one kind with some of the others, or all kinds together.
    private static func placeAnimal(kind: Int, at x: Double, _ y: Double, on stage: inout Stage) {
        let other = stage.random.integer(below: 4)
        switch stage.random.chance(0.62) ? kind : other {
        case 0: stage.place(Cow(varying: &stage.random), at: x, y)
        case 1: stage.place(Horse(varying: &stage.random), at: x, y)
        case 2: stage.place(Sheep(varying: &stage.random), at: x, y)
        default:
            switch stage.random.integer(below: 4) {
            case 0: stage.place(Cow(varying: &stage.random), at: x, y)
            case 1: stage.place(Horse(varying: &stage.random), at: x, y)
            case 2: stage.place(Sheep(varying: &stage.random), at: x, y)
            default: stage.place(Dog(varying: &stage.random), at: x, y)
            }
        }
    }

    private static func drawForeground(on stage: inout Stage) {
        let width = stage.width
        stage.scenery { sketch, random in
            for _ in 0..<26 {
                let x = random.number(in: 0...width)
                let size = random.number(in: 10...20)
                for blade in 0..<4 {
                    let lean = (Double(blade) - 1.5) * size * 0.34
                    sketch.fill(
                        Path(polygon: [(x - 1.8, 484), (x + 1.8, 484), (x + lean, 482 - size)]),
                        blade % 2 == 0 ? Tone(0x4A7230) : Tone(0x6F9A45))
                }
                if random.chance(0.4) {
                    sketch.fill(
                        .circle(x, 478 - size * 0.6, 2.6),
                        random.pick(Tone(0xF3E27A), Tone(0xF3EFEA), Tone(0xD98AA8)))
                }
            }
        }
    }
}
