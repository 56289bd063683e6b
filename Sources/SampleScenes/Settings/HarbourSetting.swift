/// A harbour: the sea, a mole with its light, boats, gulls, and a quay in front.
enum HarbourSetting {
    static func compose(on stage: inout Stage) {
        stage.horizon = 196
        stage.cameraHeight = 430
        let width = stage.width
        stage.scenery { sketch, random in
            Sky(bottom: 200, clouds: 6).draw(width: width, on: &sketch, random: &random)
        }
        stage.scenery(distance: 0.4) { sketch, random in
            drawShore(width, on: &sketch, random: &random)
        }
        stage.scenery { sketch, random in
            drawSea(width, on: &sketch, random: &random)
        }
        placeBoats(on: &stage)
        placeBirds(on: &stage)
        if stage.random.chance(0.75) { drawQuay(on: &stage) }
    }

    private static func drawShore(
        _ width: Double, on sketch: inout Sketch, random: inout SplitMix64
    ) {
        let left = random.chance(0.5)
        let ridge: [(Double, Double)] = [
            (-40, 200), (width * 0.05, 164), (width * 0.24, 148), (width * 0.4, 176),
            (width * 0.52, 200),
        ]
        let points = left ? ridge : ridge.map { (width - $0.0, $0.1) }
        sketch.fill(Path(smooth: points), .lit(Tone(0x6E8A6A), from: 140, to: 210))
        for index in 0..<7 {
            let x = width * (left ? 0.04 : 0.62) + Double(index) * width * 0.045
            let tall = random.number(in: 12...22)
            sketch.fill(
                .rectangle(x, 198 - tall, 20, tall),
                random.pick(Tone(0xE6DCC6), Tone(0xD9A58A), Tone(0xC9C4BA)))
            sketch.fill(
                Path(polygon: [(x - 2, 198 - tall), (x + 22, 198 - tall), (x + 10, 189 - tall)]),
                Tone(0x9A5140))
        }
        let x = width * (left ? 0.7 : 0.26)
        sketch.fill(
            Path(polygon: [(x - 60, 202), (x - 40, 190), (x + 44, 190), (x + 70, 202)]),
            Tone(0x7A7670))
        for band in 0..<5 {
            let (low, high) = (190 - Double(band) * 15, 175 - Double(band) * 15)
            let (wide, slim) = (11 - Double(band) * 0.9, 10.1 - Double(band) * 0.9)
            sketch.fill(
                Path(polygon: [
                    (x - wide, low), (x + wide, low), (x + slim, high), (x - slim, high),
                ]), band % 2 == 0 ? Tone(0xF2EDE4) : Tone(0xC23E35))
        }
        sketch.lamp(.rectangle(x - 5, 104, 10, 12), Tone(0xFFF0B0))
        sketch.fill(Path(polygon: [(x - 8, 104), (x + 8, 104), (x, 94)]), Tone(0x8E2A26))
    }

    private static func drawSea(
        _ width: Double, on sketch: inout Sketch, random: inout SplitMix64
    ) {
        let evening = sketch.light == .evening
        sketch.fill(
            .rectangle(-2, 198, width + 4, 290),
            .linear(
                (0, 198), (0, 480),
                evening
                    ? [Tone(0xE8B690), Tone(0x8C8FA8), Tone(0x4F6A8C)]
                    : [Tone(0x9CC4D4), Tone(0x4F93B4), Tone(0x2F7095)]))
        Texture(
            mark: .ripple,
            tones: [
                Tone(0xC9E2EA), Tone(0x3C7C9E), Tone(0x2A6488),
                evening ? Tone(0xF6D3A8) : Tone(0xB8DCE6),
            ],
            count: 620
        ).strew(from: 203, to: 484, width: width, on: &sketch, random: &random)
    }

    private static func placeBoats(on stage: inout Stage) {
        for row in [246.0, 300, 372] {
            let y = row + stage.random.number(in: -10...10)
            let count = row > 350 ? 1 + stage.random.integer(below: 2) : 1 + Int(stage.width / 500)
            for x in stage.positions(count, from: 0, to: stage.width) {
                var boat = Boat(varying: &stage.random)
                if row < 290 { boat.rig = .sail }
                drawReflection(at: x, y, on: &stage)
                stage.place(boat, at: x, y)
            }
        }
    }

    private static func drawReflection(at x: Double, _ y: Double, on stage: inout Stage) {
        stage.scenery(standingAt: x, y) { sketch, _ in
            sketch.glow(
                .ellipse(0, -20, 330, 60),
                .fading((0, -10), (330, 60), Tone(0x1C3A50), opacity: 0.5))
        }
    }

    private static func placeBirds(on stage: inout Stage) {
        let count = 1 + stage.random.integer(below: 4)
        for x in stage.positions(count, from: 20, to: stage.width - 20) {
            stage.place(
                Bird(.gull, varying: &stage.random), at: x, stage.random.number(in: 50...190),
                scale: stage.random.number(in: 0.7...1.5))
        }
        if stage.random.chance(0.5) {
            stage.place(
                Bird(.duck, varying: &stage.random), at: stage.width * 0.4, 416, scale: 0.85)
        }
    }

    private static func drawQuay(on stage: inout Stage) {
        let width = stage.width
        stage.scenery { sketch, random in
            sketch.fill(
                .rectangle(-2, 436, width + 4, 50), .lit(Tone(0xA58D72), from: 436, to: 490))
            var x = -random.number(in: 0...20)
            while x < width {
                sketch.fill(.rectangle(x, 436, 1.3, 48), Tone(0x6E5A46))
                x += random.number(in: 22...34)
            }
            sketch.fill(.rectangle(-2, 432, width + 4, 7), Tone(0xC0A88A))
            for bollard in 0...Int(width / 240) {
                let left = Double(bollard) * 240 + 60
                sketch.fill(
                    .rectangle(left - 7, 414, 14, 26, corner: 4),
                    .lit(Tone(0x3C4046), from: 412, to: 440))
                sketch.fill(.rectangle(left - 11, 412, 22, 8, corner: 4), Tone(0x4A4F56))
            }
        }
        let people = stage.random.integer(below: 3)
        for x in stage.positions(people, from: 40, to: stage.width - 40) {
            stage.place(Person(varying: &stage.random), at: x, 462, scale: 0.72)
        }
        if stage.random.chance(0.4) {
            stage.place(
                Bicycle(varying: &stage.random),
                at: stage.width * stage.random.number(in: 0.2...0.8), 468, scale: 0.72)
        }
    }
}
