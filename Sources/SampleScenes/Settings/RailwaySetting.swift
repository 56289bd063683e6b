/// A country station: two tracks, a train, and a platform with passengers in front.
enum RailwaySetting {
    static func compose(on stage: inout Stage) {
        stage.horizon = 190
        stage.cameraHeight = 300
        let width = stage.width
        stage.scenery { sketch, random in
            Sky(bottom: 236, clouds: 5).draw(width: width, on: &sketch, random: &random)
        }
        stage.scenery(distance: 0.25) { sketch, random in
            sketch.fill(
                Path(smooth: [
                    (-80, 232), (width * 0.2, 172), (width * 0.5, 206), (width * 0.8, 164),
                    (width + 80, 220), (width + 80, 280), (-80, 280),
                ]),
                .lit(Tone(0x7C9A78), from: 160, to: 260))
            var x = 0.0
            while x < width {
                Tree(height: random.number(in: 50...92), varying: &random).draw(
                    at: x, 250, on: &sketch, random: &random)
                x += random.number(in: 30...80)
            }
        }
        stage.scenery { sketch, random in
            drawTracks(width, on: &sketch, random: &random)
        }
        placeTrain(on: &stage)
        drawPlatform(on: &stage)
        placePassengers(on: &stage)
    }

    private static func drawTracks(
        _ width: Double, on sketch: inout Sketch, random: inout SplitMix64
    ) {
        sketch.fill(
            .rectangle(-2, 244, width + 4, 240),
            .linear((0, 244), (0, 420), [Tone(0x8FA86A), Tone(0x6F8A4E)]))
        Texture(mark: .blade, tones: [Tone(0x9CB870), Tone(0x5A7A3C)], count: 200)
            .strew(from: 250, to: 320, width: width, on: &sketch, random: &random)
        for track in [(288.0, 24.0), (344, 40)] {
            let (y, depth) = track
            sketch.fill(
                Path(polygon: [
                    (-4, y - depth * 0.5), (width + 4, y - depth * 0.5),
                    (width + 4, y + depth * 0.6), (-4, y + depth * 0.6),
                ]),
                .lit(Tone(0x8E877C), from: y - depth, to: y + depth))
            for _ in 0..<260 {
                sketch.fill(
                    .rectangle(
                        random.number(in: 0...width), y + random.number(in: -0.5...0.55) * depth, 3,
                        1.4),
                    random.pick(Tone(0xA79F93), Tone(0x6A645B)))
            }
            var x = -10.0
            while x < width {
                sketch.fill(
                    Path(polygon: [
                        (x, y - depth * 0.36), (x + depth * 0.3, y - depth * 0.36),
                        (x + depth * 0.36, y + depth * 0.44), (x - depth * 0.06, y + depth * 0.44),
                    ]), Tone(0x5C4636))
                x += depth * 0.8
            }
            for rail in [-0.22, 0.26] {
                sketch.fill(
                    .rectangle(-2, y + rail * depth, width + 4, depth * 0.075), Tone(0xB9BEC4))
                sketch.fill(
                    .rectangle(-2, y + (rail + 0.075) * depth, width + 4, depth * 0.06),
                    Tone(0x4A4540))
            }
        }
    }

    private static func placeTrain(on stage: inout Stage) {
        let mirrored = stage.random.chance(0.5)
        let share = stage.random.number(in: 0.52...0.66)
        let near = stage.random.chance(0.65)
        let train = Train(varying: &stage.random)
        let x = stage.width * (mirrored ? 1 - share : share)
        if train.isSteam {
            drawSteam(
                at: x + (mirrored ? -1 : 1) * 388 * (near ? 0.37 : 0.28), near ? 178 : 154,
                on: &stage)
        }
        stage.place(train, at: x, near ? 352 : 292, scale: near ? 0.37 : 0.28, mirrored: mirrored)
    }

    private static func drawSteam(at x: Double, _ y: Double, on stage: inout Stage) {
        stage.scenery { sketch, random in
            for puff in 0..<9 {
                let size = 10 + Double(puff) * 5
                let center = (
                    x - Double(puff * puff) * 2.4 + random.number(in: -5...5), y - Double(puff) * 11
                )
                sketch.glow(
                    .circle(center.0, center.1, size),
                    .fading(center, (size, size), Tone(0xEDEBE6), opacity: 0.8 - Float(puff) * 0.07)
                )
            }
        }
    }

    private static func drawPlatform(on stage: inout Stage) {
        let width = stage.width
        stage.scenery { sketch, random in
            sketch.fill(
                .rectangle(-2, 398, width + 4, 90),
                .linear((0, 398), (0, 480), [Tone(0xB4AA9C), Tone(0x9C9284)]))
            sketch.fill(.rectangle(-2, 384, width + 4, 14), Tone(0x7E766B))
            sketch.fill(.rectangle(-2, 394, width + 4, 6), Tone(0xD6CFC2))
            sketch.fill(.rectangle(-2, 405, width + 4, 3.4), Tone(0xE3BF45))
            Texture(mark: .speck, tones: [Tone(0xC4BAAC), Tone(0x857C70)], count: 220)
                .strew(from: 404, to: 484, width: width, on: &sketch, random: &random)
        }
    }

    private static func placePassengers(on stage: inout Stage) {
        if stage.random.chance(0.5) {
            stage.place(
                PottedPlant(.flowers, varying: &stage.random),
                at: stage.width * stage.random.pick(0.06, 0.94), 424, scale: 0.9)
        }
        let count = 2 + stage.random.integer(below: 3)
        for x in stage.positions(count, from: 30, to: stage.width - 30) {
            let y = stage.random.number(in: 424...466)
            stage.place(Person(varying: &stage.random), at: x, y, scale: 0.5 + (y - 400) / 200)
        }
        if stage.random.chance(0.35) {
            stage.place(
                Bicycle(varying: &stage.random),
                at: stage.width * stage.random.number(in: 0.2...0.8), 470, scale: 0.86)
        }
    }
}
