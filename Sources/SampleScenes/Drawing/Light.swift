/// How the hour and the air change a colour before it is painted.
struct Light: Hashable, Sendable {
    /// What every colour that does not shine itself is multiplied by.
    var ambient = Tone.white
    /// The colour distance fades to.
    var haze = Tone(0xC9D6E2)
    /// How far the present layer has faded, 0 to 1.
    var distance: Float = 0

    static let day = Light()
    static let evening = Light(ambient: Tone(1.02, 0.86, 0.76), haze: Tone(0xE8B48C))
    static let overcast = Light(ambient: Tone(0.86, 0.89, 0.92), haze: Tone(0xB9C2C8))
    static let night = Light(ambient: Tone(0.45, 0.5, 0.67), haze: Tone(0x1A2238))

    var isDark: Bool { ambient.green < 0.6 }

    func onto(_ tone: Tone) -> Tone {
        tone.multiplied(by: ambient).mixed(with: haze, by: distance)
    }
}
