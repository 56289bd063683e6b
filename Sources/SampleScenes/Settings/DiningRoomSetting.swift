/// A laid table with chairs round it and bottles on it.
enum DiningRoomSetting {
    static func compose(on stage: inout Stage) {
        stage.horizon = 96
        stage.cameraHeight = 150
        let (width, middle) = (stage.width, stage.width * stage.random.number(in: 0.44...0.56))
        stage.scenery { sketch, random in
            Room(skirting: 286, varying: &random).draw(width: width, on: &sketch, random: &random)
            Room.drawWindow(
                at: width * 0.13, 58, width: 104, height: 126, on: &sketch, random: &random)
            Room.drawPicture(
                at: width * 0.7, 70, width: 110, height: 84, on: &sketch, random: &random)
            drawLamp(at: middle, on: &sketch)
        }
        stage.place(
            PottedPlant(varying: &stage.random), at: width * stage.random.pick(0.06, 0.94), 316,
            scale: 1.5)
        placeTable(at: middle, on: &stage)
    }

    private static func drawLamp(at x: Double, on sketch: inout Sketch) {
        sketch.stroke([(x, -4), (x, 62)], 1.8, Tone(0x2E3036))
        sketch.glow(
            .ellipse(x, 130, 190, 120), .fading((x, 120), (190, 120), Tone(0xFFE6A8), opacity: 0.34)
        )
        sketch.glow(.ellipse(x, 98, 16, 7), Tone(0xFFF3CC))
        sketch.fill(
            Path(smooth: [(x - 12, 58), (x + 12, 58), (x + 42, 96), (x - 42, 96)]),
            .linear((x - 42, 0), (x + 42, 0), [Tone(0xC9643F), Tone(0xE08A58), Tone(0x9A4428)]))
    }

    private static func placeTable(at middle: Double, on stage: inout Stage) {
        let scale = 2.0
        let reach = 112.0
        for side in [-1.0, 1.0] where stage.random.chance(0.8) {
            stage.place(
                Chair(varying: &stage.random), at: middle + side * reach * 0.52 * scale, 388,
                scale: 1.7, mirrored: side > 0)
        }
        if stage.random.chance(0.5) {
            stage.place(
                Person(.sitting, varying: &stage.random),
                at: middle + stage.random.number(in: -40...40), 392, scale: 1.72)
        }
        stage.place(
            DiningTable(varying: &stage.random), at: middle, 446, scale: scale, mirrored: false)
        let things = 2 + stage.random.integer(below: 3)
        for x in stage.positions(things, from: middle - 62 * scale, to: middle + 62 * scale) {
            let elevation = stage.random.number(in: 71...75)
            if stage.random.chance(0.78) {
                stage.place(
                    Bottle(varying: &stage.random), at: x, 446, scale: scale, elevation: elevation,
                    mirrored: false)
            } else {
                stage.place(
                    PottedPlant(.flowers, varying: &stage.random), at: x, 446, scale: scale * 0.55,
                    elevation: elevation * 1.8, mirrored: false)
            }
        }
        placeFront(at: middle, reach: reach * scale, on: &stage)
    }

    private static func placeFront(at middle: Double, reach: Double, on stage: inout Stage) {
        let side = stage.random.pick(-1.0, 1.0)
        if stage.random.chance(0.7) {
            stage.place(
                Chair(varying: &stage.random), at: middle + side * reach * 1.12, 472, scale: 2.2,
                mirrored: side > 0)
        }
        if stage.random.chance(0.45) {
            stage.place(
                Cat(varying: &stage.random), at: middle - side * reach * 1.05, 466, scale: 2.2)
        }
    }
}
