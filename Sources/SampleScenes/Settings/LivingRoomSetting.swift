/// A living room: a sofa, a television, plants, and who lives there.
enum LivingRoomSetting {
    static func compose(on stage: inout Stage) {
        stage.horizon = 150
        stage.cameraHeight = 145
        let (width, skirting) = (stage.width, 308.0)
        let sofaOnLeft = stage.random.chance(0.5)
        let at = { (share: Double) in (sofaOnLeft ? share : 1 - share) * width }
        stage.scenery { sketch, random in
            Room(skirting: skirting, varying: &random).draw(
                width: width, on: &sketch, random: &random)
            Room.drawWindow(
                at: at(0.6) - 55, 60, width: 110, height: 130, on: &sketch, random: &random)
            Room.drawPicture(
                at: at(0.26) - 50, 66, width: 100, height: 74, on: &sketch, random: &random)
            Room.drawRug(
                at: width * 0.5, 418, width: width * 0.74, depth: 84, on: &sketch, random: &random)
        }
        drawCabinet(at: at(0.84), on: &stage)
        placeFurniture(at, on: &stage)
        placeCompany(at, on: &stage)
    }

    private static func drawCabinet(at x: Double, on stage: inout Stage) {
        stage.scenery(standingAt: x, 346) { sketch, random in
            let wood = random.pick(Tone(0x8A5C38), Tone(0xC9A474), Tone(0xE6E1D6))
            sketch.glow(
                .ellipse(0, 0, 72, 9), .fading((0, 0), (72, 9), Tone(0x14141E), opacity: 0.5))
            for leg in [-52.0, 52] { sketch.limb([(leg, 10, 4), (leg, 1, 3)], wood.darker(0.5)) }
            sketch.fill(.rectangle(-60, 8, 120, 40, corner: 2), .lit(wood, from: 50, to: 4))
            for drawer in [-58.0, 1] {
                sketch.fill(.rectangle(drawer, 11, 57, 33, corner: 1), wood.darker(0.12))
                sketch.fill(.rectangle(drawer + 22, 27, 13, 2.6, corner: 1), wood.darker(0.6))
            }
        }
        stage.place(Monitor(varying: &stage.random), at: x, 344, elevation: 48, mirrored: false)
    }

    private static func placeFurniture(_ at: (Double) -> Double, on stage: inout Stage) {
        let plants = 1 + stage.random.integer(below: 2)
        for index in 0..<plants {
            stage.place(
                PottedPlant(varying: &stage.random), at: at(index == 0 ? 0.6 : 0.035),
                330 + Double(index) * 6)
        }
        stage.place(Sofa(varying: &stage.random), at: at(0.3), 374)
        if stage.random.chance(0.6) {
            stage.place(
                Person(.sitting, varying: &stage.random),
                at: at(0.3) + stage.random.number(in: -46...46), 386)
        } else if stage.random.chance(0.6) {
            stage.place(Cat(varying: &stage.random), at: at(0.3) + 30, 374, elevation: 44)
        }
    }

    private static func placeCompany(_ at: (Double) -> Double, on stage: inout Stage) {
        if stage.random.chance(0.55) {
            stage.place(Chair(varying: &stage.random), at: at(0.84), 446)
        }
        let pets = [0.22, 0.46, 0.66].map { $0 + stage.random.number(in: -0.05...0.05) }
        for share in pets where stage.random.chance(0.5) {
            let y = stage.random.number(in: 428...456)
            if stage.random.chance(0.5) {
                stage.place(Cat(varying: &stage.random), at: at(share), y)
            } else {
                stage.place(Dog(varying: &stage.random), at: at(share), y)
            }
        }
    }
}
