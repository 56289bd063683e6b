/// A park: lawn, trees, a path and a pond.
enum ParkSetting {
    static func compose(on stage: inout Stage) {
        stage.horizon = 186
        stage.cameraHeight = 190
        let width = stage.width
        stage.scenery { sketch, random in
            Sky(bottom: 240, clouds: 4).draw(width: width, on: &sketch, random: &random)
        }
        stage.scenery(distance: 0.3) { sketch, random in
            var x = -20.0
            while x < width + 40 {
                Tree(height: random.number(in: 90...150), varying: &random).draw(
                    at: x, 240, on: &sketch, random: &random)
                x += random.number(in: 30...64)
            }
        }
        let pondOnLeft = stage.random.chance(0.5)
        let pond = (x: width * (pondOnLeft ? 0.24 : 0.76), y: 296.0)
        stage.scenery { sketch, random in
            drawLawn(width, pond: pond, on: &sketch, random: &random)
        }
        placeBirds(pond, on: &stage)
        placeFarWalkers(on: &stage)
        drawNearTree(at: width * (pondOnLeft ? 0.93 : 0.07), on: &stage)
        placeNearPath(on: &stage)
    }

    private static func drawLawn(
        _ width: Double, pond: (x: Double, y: Double), on sketch: inout Sketch,
        random: inout SplitMix64
    ) {
        sketch.fill(
            .rectangle(-2, 236, width + 4, 250),
            .linear((0, 236), (0, 480), [Tone(0x97BA68), Tone(0x77A250), Tone(0x5F8C40)]))
        Texture(mark: .blade, tones: [Tone(0xA6C876), Tone(0x639044), Tone(0x507A36)], count: 700)
            .strew(from: 242, to: 486, width: width, on: &sketch, random: &random)
        sketch.fill(.ellipse(pond.x, pond.y, width * 0.25, 27), Tone(0xB8AE94))
        sketch.fill(
            .ellipse(pond.x, pond.y - 1, width * 0.24, 24),
            .linear((0, 270), (0, 322), [Tone(0xA6CBD8), Tone(0x5A97B0)]))
        for _ in 0..<26 {
            let x = pond.x + random.number(in: -0.19...0.19) * width
            sketch.fill(
                .ellipse(x, pond.y + random.number(in: -12...14), random.number(in: 5...14), 0.9),
                Tone(0xD6EAF0), opacity: 0.7)
        }
        sketch.fill(
            Path(smooth: [
                (-60, 428), (width * 0.3, 412), (width * 0.7, 416), (width + 60, 404),
                (width + 60, 470), (width * 0.6, 474), (width * 0.2, 470), (-60, 480),
            ]),
            .lit(Tone(0xCDB994), from: 400, to: 490))
        for _ in 0..<160 {
            sketch.fill(
                .ellipse(random.number(in: 0...width), random.number(in: 424...466), 2, 0.9),
                random.pick(Tone(0xE0D0AE), Tone(0xA8946E)), opacity: 0.8)
        }
    }

    private static func placeBirds(_ pond: (x: Double, y: Double), on stage: inout Stage) {
        let ducks = 1 + stage.random.integer(below: 3)
        for x in stage.positions(ducks, from: pond.x - 100, to: pond.x + 100) {
            stage.place(
                Bird(.duck, varying: &stage.random), at: x,
                pond.y + stage.random.number(in: -6...12), scale: 0.9)
        }
    }

    private static func placeFarWalkers(on stage: inout Stage) {
        for x in stage.positions(2, from: 20, to: stage.width - 20) where stage.random.chance(0.7) {
            stage.place(Person(varying: &stage.random), at: x, stage.random.number(in: 336...362))
        }
        if stage.random.chance(0.4) {
            stage.place(
                Dog(varying: &stage.random), at: stage.width * stage.random.number(in: 0.2...0.8),
                384)
        }
    }

    private static func drawNearTree(at x: Double, on stage: inout Stage) {
        let width = stage.width
        stage.scenery { sketch, random in
            var tree = Tree(height: min(440, width * 0.75), varying: &random)
            tree.isConifer = false
            tree.draw(at: x, 404, on: &sketch, random: &random)
        }
    }

    private static func placeNearPath(on stage: inout Stage) {
        let y = 448.0
        let mirrored = stage.random.chance(0.5)
        let middle = stage.width * stage.random.number(in: 0.4...0.6)
        if stage.random.chance(0.5) {
            Rider.placeCyclist(at: middle, y, scale: 1.25, mirrored: mirrored, on: &stage)
        } else {
            stage.place(
                Person(.walking, varying: &stage.random), at: middle, y, scale: 1.25,
                mirrored: mirrored)
            stage.place(
                Dog(varying: &stage.random), at: middle + (mirrored ? -105 : 105), y + 6,
                scale: 1.25, mirrored: mirrored)
        }
        for x in [stage.width * 0.12, stage.width * 0.88] where stage.random.chance(0.5) {
            stage.place(Bird(.songbird, varying: &stage.random), at: x, 470, scale: 2.2)
        }
    }
}
