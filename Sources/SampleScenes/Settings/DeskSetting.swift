/// A desk against a wall: screens, a chair, bottles and plants.
enum DeskSetting {
    private static let deskTop = 300.0

    static func compose(on stage: inout Stage) {
        stage.horizon = 150
        stage.cameraHeight = 110
        let (width, middle) = (stage.width, stage.width / 2)
        let scale = 2.3
        stage.scenery { sketch, random in
            Room(skirting: 392, varying: &random).draw(width: width, on: &sketch, random: &random)
            Room.drawWindow(
                at: width * random.pick(0.08, 0.74), 36, width: 100, height: 120, on: &sketch,
                random: &random)
            drawShelf(at: middle, 74, on: &sketch, random: &random)
            drawDesk(middle, width: width, on: &sketch, random: &random)
        }
        placeOnDesk(scale, on: &stage)
        let x = middle + stage.random.number(in: -0.3...0.3) * width
        stage.place(Chair(varying: &stage.random), at: x, 474, scale: 2.35)
        if stage.random.chance(0.5) {
            let other = x < middle ? x + width * 0.36 : x - width * 0.36
            stage.random.chance(0.5)
                ? stage.place(Cat(varying: &stage.random), at: other, 466, scale: 2.4)
                : stage.place(Dog(varying: &stage.random), at: other, 466, scale: 1.7)
        }
    }

    private static func drawShelf(
        at x: Double, _ y: Double, on sketch: inout Sketch, random: inout SplitMix64
    ) {
        sketch.fill(
            .rectangle(x - 96, y + 42, 192, 7), .lit(Tone(0x9A6B42), from: y + 42, to: y + 50))
        var left = x - 86
        while left < x + 70 {
            let (wide, tall) = (random.number(in: 8...15), random.number(in: 26...40))
            let tone = random.pick(
                Tone(0xB5483C), Tone(0x3F6C8A), Tone(0xD9B35A), Tone(0x5A7F5A), Tone(0x6A5578),
                Tone(0xE6DFD0))
            sketch.fill(
                .rectangle(left, y + 42 - tall, wide, tall, corner: 1),
                .linear((left, 0), (left + wide, 0), [tone.lighter(0.15), tone.darker(0.15)]))
            sketch.fill(.rectangle(left + 1, y + 47 - tall, wide - 2, 3), tone.lighter(0.5))
            left += wide + 1
        }
    }

    private static func drawDesk(
        _ middle: Double, width: Double, on sketch: inout Sketch, random: inout SplitMix64
    ) {
        let wood = random.pick(Tone(0xB98555), Tone(0x7C553A), Tone(0xDAD3C4))
        let half = width * 0.44
        for x in [middle - half + 14, middle + half - 14] {
            sketch.fill(
                .rectangle(x - 6, deskTop, 12, 164), .lit(wood.darker(0.2), from: 300, to: 470))
        }
        sketch.fill(.rectangle(middle + half - 110, deskTop + 20, 84, 118), wood.darker(0.12))
        for drawer in 0..<3 {
            let y = deskTop + 24 + Double(drawer) * 38
            sketch.fill(.rectangle(middle + half - 106, y, 76, 34, corner: 2), wood.lighter(0.06))
            sketch.fill(.rectangle(middle + half - 80, y + 14, 24, 5, corner: 2), wood.darker(0.6))
        }
        sketch.fill(
            Path(polygon: [
                (middle - half, deskTop), (middle + half, deskTop),
                (middle + half - 26, deskTop - 40), (middle - half + 26, deskTop - 40),
            ]),
            .linear((0, deskTop - 40), (0, deskTop), [wood.darker(0.08), wood.lighter(0.2)]))
        sketch.fill(.rectangle(middle - half, deskTop, half * 2, 13, corner: 2), wood.darker(0.18))
        sketch.fill(
            Path(polygon: [
                (middle - 62, deskTop - 6), (middle + 46, deskTop - 6), (middle + 40, deskTop - 17),
                (middle - 56, deskTop - 17),
            ]), Tone(0x3A3E45))
        for key in 0..<3 {
            let y = deskTop - 15 + Double(key) * 3
            sketch.stroke(
                [(middle - 55 - Double(key), y), (middle + 39 + Double(key), y)], 1.4,
                Tone(0x7C828B))
        }
    }

    private static func placeOnDesk(_ scale: Double, on stage: inout Stage) {
        let (width, middle) = (stage.width, stage.width / 2)
        if stage.random.chance(0.5) && width > 560 {
            for side in [-1.0, 1.0] {
                stage.place(
                    Monitor(varying: &stage.random), at: middle + side * width * 0.155,
                    deskTop - 26, scale: 1.72, mirrored: false)
            }
        } else {
            stage.place(
                Monitor(varying: &stage.random), at: middle, deskTop - 26, scale: scale,
                mirrored: false)
        }
        for side in [-1.0, 1.0] {
            let x = middle + side * width * 0.365
            switch stage.random.integer(below: 4) {
            case 0, 1:
                stage.place(
                    Bottle(varying: &stage.random), at: x, deskTop - 12, scale: 2.9, mirrored: false
                )
            case 2:
                stage.place(
                    PottedPlant(varying: &stage.random), at: x, deskTop - 14, scale: 1.15,
                    mirrored: false)
            default:
                stage.place(
                    Cat(varying: &stage.random), at: x, deskTop - 10, scale: 2, mirrored: side > 0)
            }
        }
    }
}
