package import Imaging

/// The colours that all photos of a sheet share, so that a thumbnail that arrives changes no other.
///
/// Levels of luma carry rings of colours around grey, the radii changing from level to level: photos
/// are mostly near grey, and the eye minds a wrong brightness more than a wrong hue.
package enum SheetPalette {
    private static let levels = 26
    private static let rings: [[Ring]] = [
        [Ring(radius: 10, turn: 0), Ring(radius: 52, turn: 0.5)], [Ring(radius: 24, turn: 0.5)],
    ]
    /// How far past black and white a colour may lie to be taken, cut to them.
    private static let overshoot = 12.0

    /// How closely a thumbnail is drawn: of a small one the colours count, and a large one has so many
    /// pixels that a sheet of 24 would pass what a slow line bears.
    package struct Fidelity: Hashable, Sendable {
        /// The colours that one photo takes, each of which costs bytes.
        package let colors: Int
        /// Keeps a neighbour's colour within this squared error, see ``ColorQuantizer``.
        package let stickiness: Int

        /// The fidelity of a thumbnail of so many pixels.
        package init(pixels: Int) {
            colors = pixels < 12_000 ? 24 : 16
            stickiness = pixels < 20_000 ? 160 : 800
        }
    }

    /// Six colours around the grey of a level.
    private struct Ring {
        /// Distance from grey in the plane of Cb and Cr.
        var radius: Double
        /// Where the first of them lies, in sixths of a turn.
        var turn: Double
    }

    /// The reserved colours and, behind them, the photos'.
    package static func colors(after reserved: [RGBColor]) -> [RGBColor] {
        reserved + photoColors.prefix(256 - min(256, reserved.count))
    }

    /// The colours of photos alone.
    package static let photoColors: [RGBColor] = (0..<levels).flatMap { level in
        let luma = 255 * (Double(level) + 0.5) / Double(levels)
        return [color(luma, blue: 0, red: 0)].compactMap { $0 }
            + rings[level % rings.count].flatMap { colors(of: $0, luma: luma) }
    }

    private static func colors(of ring: Ring, luma: Double) -> [RGBColor] {
        // Sixths of a turn, without a library of trigonometry.
        let sixths: [(Double, Double)] = [
            (1, 0), (0.5, 0.866), (-0.5, 0.866), (-1, 0), (-0.5, -0.866), (0.5, -0.866),
        ]
        let halves: [(Double, Double)] = [
            (0.866, 0.5), (0, 1), (-0.866, 0.5), (-0.866, -0.5), (0, -1), (0.866, -0.5),
        ]
        return (ring.turn == 0 ? sixths : halves).compactMap { direction in
            color(luma, blue: ring.radius * direction.0, red: ring.radius * direction.1)
        }
    }

    /// The colour of a luma and two chroma differences by ITU-R BT.601, or nil outside the cube.
    private static func color(_ luma: Double, blue: Double, red: Double) -> RGBColor? {
        let channels = [luma + 1.402 * red, luma - 0.344 * blue - 0.714 * red, luma + 1.772 * blue]
        guard channels.allSatisfy({ $0 > -overshoot && $0 < 255 + overshoot }) else { return nil }
        let levels = channels.map { level in
            // A whole percentage, which is what a sixel terminal shows.
            UInt8(((min(max(level, 0), 255) / 2.55).rounded() * 2.55).rounded())
        }
        return RGBColor(red: levels[0], green: levels[1], blue: levels[2])
    }

    /// For each photo colour, the place among them of its like at two fifths of the brightness.
    package static let dimmed: [Int] = photoColors.map { color in
        let wanted = [color.red, color.green, color.blue].map { Int($0) * 2 / 5 }
        let distances = photoColors.map { other in
            zip(wanted, [other.red, other.green, other.blue])
                .reduce(0) { $0 + ($1.0 - Int($1.1)) * ($1.0 - Int($1.1)) }
        }
        return distances.indices.min { distances[$0] < distances[$1] } ?? 0
    }
}
