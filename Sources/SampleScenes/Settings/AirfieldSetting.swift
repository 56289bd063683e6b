/// An airfield: hangars and a tower behind, an apron in front, machines on it and above it.
enum AirfieldSetting {
    static func compose(on stage: inout Stage) {
        stage.horizon = 218
        stage.cameraHeight = 520
        let width = stage.width
        stage.scenery { sketch, random in
            Sky(bottom: 262, clouds: 6).draw(width: width, on: &sketch, random: &random)
        }
        placeInTheAir(on: &stage)
        stage.scenery(distance: 0.3) { sketch, random in
            drawBuildings(width, on: &sketch, random: &random)
        }
        stage.scenery { sketch, random in
            drawGround(width, on: &sketch, random: &random)
        }
        placeOnTheGround(on: &stage)
    }

    private static func drawBuildings(
        _ width: Double, on sketch: inout Sketch, random: inout SplitMix64
    ) {
        sketch.fill(.rectangle(-2, 240, width + 4, 30), Tone(0x7A9A66))
        for index in 0..<3 {
            let x = Double(index) * 120 + random.number(in: 0...width * 0.2)
            sketch.fill(
                Path(smooth: [
                    (x, 252), (x, 222), (x + 25, 206), (x + 80, 206), (x + 105, 222),
                    (x + 105, 252),
                ]),
                .lit(Tone(0xA9B2BA), from: 204, to: 256))
            sketch.fill(.rectangle(x + 18, 222, 70, 30), Tone(0x5E6870))
            for bar in 1..<5 {
                sketch.fill(.rectangle(x + 18 + Double(bar) * 14, 222, 1, 30), Tone(0x828D96))
            }
        }
        let x = width * random.number(in: 0.72...0.9)
        sketch.fill(
            Path(polygon: [(x - 9, 252), (x + 9, 252), (x + 6, 170), (x - 6, 170)]),
            .lit(Tone(0xD6D2C8), from: 170, to: 260))
        sketch.lamp(
            Path(polygon: [(x - 17, 150), (x + 17, 150), (x + 13, 170), (x - 13, 170)]),
            .linear(
                (x, 150), (x + 10, 170),
                sketch.light.isDark
                    ? [Tone(0xFFE2A0), Tone(0xE0B050)] : [Tone(0x9CC0D4), Tone(0x44606F)]))
        sketch.fill(.rectangle(x - 19, 144, 38, 7, corner: 2), Tone(0xB2483C))
        sketch.stroke([(x, 144), (x, 124)], 1.4, Tone(0x5E6468))
    }

    private static func drawGround(
        _ width: Double, on sketch: inout Sketch, random: inout SplitMix64
    ) {
        sketch.fill(
            .rectangle(-2, 252, width + 4, 240),
            .linear((0, 252), (0, 480), [Tone(0x9DB472), Tone(0x7FA055)]))
        sketch.fill(
            Path(polygon: [(-4, 286), (width + 4, 272), (width + 4, 484), (-4, 484)]),
            .linear((0, 270), (0, 480), [Tone(0x9A9DA0), Tone(0x84878B), Tone(0x6F7277)]))
        Texture(mark: .speck, tones: [Tone(0xA6A9AC), Tone(0x63666A)], count: 420)
            .strew(from: 290, to: 484, width: width, on: &sketch, random: &random)
        for index in -3...4 {
            let x = width / 2 + Double(index) * width * 0.16
            sketch.stroke([(x, 284), (x + Double(index) * width * 0.16, 482)], 1, Tone(0x777A7E))
        }
        sketch.curve(
            [(-10, 452), (width * 0.3, 420), (width * 0.7, 402), (width + 10, 396)], 4.4,
            Tone(0xE3B93A))
    }

    private static func placeInTheAir(on stage: inout Stage) {
        guard stage.random.chance(0.75) else { return }
        var plane = Aeroplane(varying: &stage.random)
        plane.isFlying = true
        let scale =
            plane.isPropeller
            ? stage.random.number(in: 0.12...0.26) : stage.random.number(in: 0.04...0.075)
        stage.place(
            plane, at: stage.width * stage.random.number(in: 0.2...0.8),
            stage.random.number(in: 70...130), scale: scale)
    }

    private static func placeOnTheGround(on stage: inout Stage) {
        var airliner = Aeroplane(varying: &stage.random)
        airliner.isFlying = false
        airliner.isPropeller = stage.random.chance(0.3)
        if airliner.isPropeller {
            for (x, y) in zip(stage.positions(2, from: 30, to: stage.width - 30), [330.0, 400]) {
                var plane = Aeroplane(varying: &stage.random)
                (plane.isFlying, plane.isPropeller) = (false, true)
                stage.place(plane, at: x, y, scale: (y - 250) / 260)
            }
        } else {
            let y = stage.random.number(in: 330...366)
            stage.place(
                airliner, at: stage.width * stage.random.number(in: 0.4...0.6), y,
                scale: stage.random.number(in: 0.15...0.21) * stage.width / 720)
        }
        if stage.random.chance(0.5) {
            stage.place(
                Car(varying: &stage.random), at: stage.width * stage.random.number(in: 0.1...0.9),
                400, scale: 0.3)
        }
        for x in stage.positions(1 + stage.random.integer(below: 3), from: 30, to: stage.width - 30)
        {
            stage.place(
                Person(varying: &stage.random), at: x, stage.random.number(in: 424...460),
                scale: 0.62)
        }
    }
}
