/// A road that comes towards the viewer, with a zebra crossing in front.
enum CrossingSetting {
    static func compose(on stage: inout Stage) {
        stage.horizon = 196
        stage.cameraHeight = 210
        drawTown(on: &stage)
        placeTraffic(on: &stage)
        placePeople(on: &stage)
    }

    private static func drawTown(on stage: inout Stage) {
        let (width, horizon) = (stage.width, stage.horizon)
        let middle = width / 2
        stage.scenery { sketch, random in
            Sky(bottom: 240, clouds: 4).draw(width: width, on: &sketch, random: &random)
            sketch.fill(
                .rectangle(-2, horizon + 20, width + 4, 300),
                .lit(Tone(0xB4ADA2), from: 210, to: 500))
        }
        stage.scenery(distance: 0.25) { sketch, random in
            var x = middle - 150
            while x < middle + 150 {
                House(width: 76, height: random.number(in: 96...140), varying: &random)
                    .draw(at: x, horizon + 24, on: &sketch, random: &random)
                x += 76
            }
        }
        stage.scenery { sketch, random in
            for side in [-1.0, 1.0] {
                var x = 130.0
                while x < middle + 40 {
                    let house = House(
                        width: random.number(in: 100...140),
                        height: random.number(in: 170...250) + x * 0.1, varying: &random)
                    house.draw(
                        at: side < 0 ? middle - x - house.width : middle + x,
                        horizon + 30 + x * 0.06,
                        on: &sketch, random: &random)
                    x += house.width
                }
            }
            drawRoad(width, horizon: horizon, on: &sketch, random: &random)
            for side in [-1.0, 1.0] {
                for (x, y) in [(120.0, 262.0), (190, 310)] {
                    StreetLamp().draw(
                        at: middle + side * x, y, height: (y - horizon) * 1.7, on: &sketch)
                }
            }
        }
    }

    private static func drawRoad(
        _ width: Double, horizon: Double, on sketch: inout Sketch, random: inout SplitMix64
    ) {
        let middle = width / 2
        sketch.fill(
            Path(polygon: [
                (middle - 60, horizon + 24), (middle + 60, horizon + 24),
                (middle + width * 0.62, 482), (middle - width * 0.62, 482),
            ]),
            .linear((0, horizon), (0, 480), [Tone(0x74777C), Tone(0x5C5F65), Tone(0x4C4F55)]))
        Texture(mark: .speck, tones: [Tone(0x7A7D83), Tone(0x43464B)], count: 320)
            .strew(from: horizon + 40, to: 480, width: width, on: &sketch, random: &random)
        for dash in 0..<5 {
            let (near, far) = (230 + Double(dash * dash) * 9, 238 + Double(dash * dash) * 11)
            let half = (near - horizon) * 0.016
            sketch.fill(
                Path(polygon: [
                    (middle - half, near), (middle + half, near), (middle + half * 1.2, far),
                    (middle - half * 1.2, far),
                ]), Tone(0xE6E2D6))
        }
        for stripe in -7...7 {
            let x = Double(stripe) * width * 0.078
            sketch.fill(
                Path(polygon: [
                    (middle + x * 0.86 - 12, 404), (middle + x * 0.86 + 12, 404),
                    (middle + x * 1.12 + 16, 462), (middle + x * 1.12 - 16, 462),
                ]), Tone(0xE9E6DC))
        }
    }

    private static func placeTraffic(on stage: inout Stage) {
        let middle = stage.width / 2
        let rows = [268.0, 312, 362].filter { _ in stage.random.chance(0.75) } + [380]
        for (index, y) in rows.enumerated() {
            let side = index % 2 == 0 ? -0.42 : 0.42
            let x = middle + side * (y - stage.horizon) * 1.35
            stage.place(OncomingCar(varying: &stage.random), at: x, y, mirrored: false)
        }
    }

    private static func placePeople(on stage: inout Stage) {
        let edge = stage.width * 0.5 - 40
        for side in [-1.0, 1.0] {
            let x = stage.width / 2 + side * edge * stage.random.number(in: 0.72...0.95)
            stage.place(
                Person(.standing, varying: &stage.random), at: x, stage.random.number(in: 330...362)
            )
        }
        let count = 2 + stage.random.integer(below: 2)
        for x in stage.positions(count, from: stage.width * 0.1, to: stage.width * 0.9) {
            let y = stage.random.number(in: 418...446)
            if stage.random.chance(0.22) {
                Rider.placeCyclist(at: x, y, mirrored: stage.random.chance(0.5), on: &stage)
            } else {
                stage.place(Person(.walking, varying: &stage.random), at: x, y)
            }
            if stage.random.chance(0.25) {
                stage.place(Dog(varying: &stage.random), at: x + 62, y + 4)
            }
        }
    }
}
