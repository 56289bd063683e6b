/// A town street seen from across the road: houses, a pavement, two lanes.
enum StreetSetting {
    private static let pavement = 292.0
    private static let kerb = 330.0

    static func compose(on stage: inout Stage) {
        stage.horizon = 205
        stage.cameraHeight = 200
        drawTown(on: &stage)
        let bus =
            stage.random.chance(0.45) ? stage.width * stage.random.number(in: 0.25...0.75) : nil
        placeWalkers(besideBusAt: bus, on: &stage)
        placeFarLane(busAt: bus, on: &stage)
        placeNearLane(on: &stage)
    }

    private static func drawTown(on stage: inout Stage) {
        let width = stage.width
        stage.scenery { sketch, random in
            Sky(bottom: 300, clouds: 4).draw(width: width, on: &sketch, random: &random)
            var x = -random.number(in: 0...60)
            while x < width {
                let house = House(
                    width: random.number(in: 92...150), height: random.number(in: 150...235),
                    varying: &random)
                house.draw(at: x, pavement, on: &sketch, random: &random)
                x += house.width
            }
            drawRoad(width, on: &sketch, random: &random)
            var lamp = random.number(in: 30...120)
            while lamp < width {
                StreetLamp().draw(at: lamp, kerb - 2, height: 150, on: &sketch)
                lamp += 230
            }
        }
    }

    private static func drawRoad(
        _ width: Double, on sketch: inout Sketch, random: inout SplitMix64
    ) {
        sketch.fill(
            .rectangle(-2, pavement - 1, width + 4, kerb - pavement + 2),
            .lit(Tone(0xB9B1A6), from: pavement, to: kerb + 30))
        for index in 0...Int(width / 46) {
            let x = Double(index) * 46
            sketch.stroke([(x, pavement), (x + (x - width / 2) * 0.12, kerb)], 1, Tone(0x968F86))
        }
        sketch.fill(.rectangle(-2, kerb, width + 4, 7), Tone(0xD6D0C6))
        sketch.fill(
            .rectangle(-2, kerb + 6, width + 4, 160),
            .linear((0, kerb), (0, 480), [Tone(0x55585E), Tone(0x63666C), Tone(0x4E5157)]))
        Texture(mark: .speck, tones: [Tone(0x7A7D83), Tone(0x43464B)], count: 420)
            .strew(from: kerb + 8, to: 480, width: width, on: &sketch, random: &random)
        var x = -random.number(in: 0...80)
        while x < width {
            sketch.fill(
                Path(polygon: [(x, 408), (x + 62, 408), (x + 60, 414), (x - 3, 414)]),
                Tone(0xE6E2D6))
            x += 118
        }
    }

    /// People on the pavement, but none where a bus would leave only their hats to see.
    private static func placeWalkers(besideBusAt bus: Double?, on stage: inout Stage) {
        let isHidden = { (x: Double) in bus.map { abs(x - $0) < 300 } ?? false }
        let count = 2 + Int(stage.width / 400) + stage.random.integer(below: 2)
        let places = stage.positions(count, from: 20, to: stage.width - 20)
        for x in places where !isHidden(x) {
            let y = stage.random.number(in: 304...324)
            if stage.random.chance(0.2) {
                stage.place(Dog(varying: &stage.random), at: x + 40, y + 3, scale: 0.72)
            }
            stage.place(Person(varying: &stage.random), at: x, y, scale: 0.66)
        }
        let x = stage.random.number(in: 0.1...0.9) * stage.width
        if stage.random.chance(0.4), !isHidden(x) {
            stage.place(PottedPlant(.tree, varying: &stage.random), at: x, 302, scale: 0.62)
        }
    }

    private static func placeFarLane(busAt bus: Double?, on stage: inout Stage) {
        let y = stage.random.number(in: 366...380)
        let left = stage.random.chance(0.5)
        if let bus {
            stage.place(Bus(varying: &stage.random), at: bus, y, scale: 0.5, mirrored: left)
        } else {
            for x in stage.positions(1 + Int(stage.width / 420), from: 0, to: stage.width) {
                stage.place(Car(varying: &stage.random), at: x, y, scale: 0.56, mirrored: left)
            }
        }
    }

    private static func placeNearLane(on stage: inout Stage) {
        let y = stage.random.number(in: 440...458)
        let x = stage.width * stage.random.number(in: 0.22...0.78)
        let mirrored = stage.random.chance(0.5)
        switch stage.random.integer(below: 3) {
        case 0: stage.place(Car(varying: &stage.random), at: x, y, scale: 0.84, mirrored: mirrored)
        case 1: Rider.placeCyclist(at: x, y, scale: 0.95, mirrored: mirrored, on: &stage)
        default: Rider.placeMotorcyclist(at: x, y, scale: 0.95, mirrored: mirrored, on: &stage)
        }
    }
}
