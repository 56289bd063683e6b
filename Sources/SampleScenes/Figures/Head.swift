/// A head with its hair, hat and face.
struct Head {
    var clothes: Clothes
    /// Whether it looks to the right rather than at the viewer.
    var isTurned: Bool

    func draw(at center: Point, on sketch: inout Sketch) {
        sketch.within(Transform.scale(1.1, 1.1).then(.translation(center.x, center.y))) { sketch in
            drawBackHair(on: &sketch)
            sketch.fill(
                .ellipse(0, 0, 11.5, 14),
                .radial(
                    (-3, 5), (19, 22),
                    [clothes.skin.lighter(0.12), clothes.skin, clothes.skin.darker(0.2)]))
            isTurned ? drawProfile(on: &sketch) : drawFace(on: &sketch)
            drawHair(on: &sketch)
            drawHat(on: &sketch)
        }
    }

    private func drawBackHair(on sketch: inout Sketch) {
        let dark = clothes.hair.darker(0.25)
        switch clothes.hairCut {
        case .short: break
        case .long:
            let x = isTurned ? -5.0 : 0
            sketch.fill(
                Path(smooth: [
                    (x, 17), (x - 14, 8), (x - 16, -18), (x, -22), (x + (isTurned ? 3 : 16), -18),
                    (x + 14, 8),
                ]), dark)
        case .bun: sketch.fill(.circle(isTurned ? -12 : 0, isTurned ? 8 : 17, 7), dark)
        }
    }

    private func drawFace(on sketch: inout Sketch) {
        for side in [-1.0, 1.0] {
            sketch.fill(.ellipse(side * 11.5, -1, 2.4, 3.4), clothes.skin.darker(0.12))
            sketch.fill(.circle(side * 4.4, 0.5, 1.5), Tone(0x2A2224))
        }
        sketch.curve([(-3.6, -6.4), (0, -7.8), (3.6, -6.4)], 1.1, Tone(0x9A4B44))
    }

    private func drawProfile(on sketch: inout Sketch) {
        sketch.fill(Path(smooth: [(9, 3), (14.6, -2.5), (10, -4)]), clothes.skin)
        sketch.fill(.ellipse(-2.5, -1, 2.4, 3.4), clothes.skin.darker(0.16))
        sketch.fill(.circle(6.6, 1.4, 1.5), Tone(0x2A2224))
        sketch.curve([(6, -7.6), (9.4, -7)], 1.1, Tone(0x9A4B44))
    }

    private func drawHair(on sketch: inout Sketch) {
        let paint = Paint.lit(clothes.hair, from: 17, to: 0)
        if isTurned {
            sketch.fill(
                Path(smooth: [
                    (10.5, 7), (8, 14.5), (-2, 17), (-11, 12), (-13, 1), (-10, -6), (-6, -2),
                    (-4, 5), (4, 8),
                ]), paint)
        } else {
            sketch.fill(
                Path(smooth: [
                    (-12.5, -1), (-12.5, 9), (-6, 16), (4, 17), (12, 10), (12.5, -1), (10, 5),
                    (3, 8), (-5, 6),
                ]), paint)
        }
    }

    private func drawHat(on sketch: inout Sketch) {
        let tone = clothes.bag
        switch clothes.hat {
        case .none: break
        case .cap:
            sketch.fill(
                Path(smooth: [(-13, 6), (-11, 15), (0, 19), (11, 15), (13, 6), (0, 8)]),
                .lit(tone, from: 19, to: 4))
            sketch.fill(.ellipse(isTurned ? 13 : 0, 6, isTurned ? 8 : 11, 2.2), tone.darker(0.25))
        case .brim:
            sketch.fill(.ellipse(0, 9, 21, 4), Tone(0xD9BE86))
            sketch.fill(
                Path(smooth: [(-12, 9), (-10, 20), (0, 22), (10, 20), (12, 9)]),
                .lit(Tone(0xE3CB97), from: 22, to: 8))
            sketch.fill(.rectangle(-12, 9.5, 24, 3.6, corner: 1.5), tone)
        case .helmet:
            sketch.fill(
                Path(smooth: [(-14, 3), (-13, 14), (-3, 20), (9, 17), (14, 7), (0, 6)]),
                .lit(tone, from: 20, to: 3))
            sketch.curve([(-8, 9), (-2, 14), (7, 12)], 2, tone.lighter(0.5))
        }
    }
}
