/// What a person wears and the colours of hair and skin.
struct Clothes: Sendable {
    enum Hat: Sendable { case none, cap, brim, helmet }
    enum Hair: Sendable { case short, long, bun }

    var skin: Tone
    var hair: Tone
    var hairCut: Hair
    var hat: Hat
    var top: Tone
    var sleeves: Tone
    var legs: Tone
    var shoes: Tone
    var bag: Tone
    var hasDress: Bool
    var hasJacket: Bool
    var hasBag: Bool

    init(varying random: inout SplitMix64) {
        skin = random.pick(Tone(0xF0C8A4), Tone(0xD9A074), Tone(0xA86E48), Tone(0x7A4B30))
        hair = random.pick(
            Tone(0x2A2120), Tone(0x5A3A24), Tone(0xB98542), Tone(0x8E8A86), Tone(0x9A4A2A))
        hairCut = random.pick(.short, .short, .long, .bun)
        hat = random.pick(.none, .none, .none, .cap, .brim)
        top = random.pick(
            Tone(0xC8463C), Tone(0x2F6DA8), Tone(0xE0B13A), Tone(0x4E8B57), Tone(0xEDE6DA),
            Tone(0x6C4C8C), Tone(0x2B333F), Tone(0xD97C9A)
        ).varied(&random)
        legs = random.pick(Tone(0x2F4263), Tone(0x3A3B40), Tone(0x8A7659), Tone(0x4C5A4A))
        shoes = random.pick(Tone(0x26211F), Tone(0xE8E4DC), Tone(0x7B4A2C))
        bag = random.pick(Tone(0xB5532F), Tone(0x3C5C4A), Tone(0x394A73))
        hasDress = hairCut != .short && random.chance(0.5)
        hasJacket = random.chance(0.35)
        hasBag = random.chance(0.35)
        sleeves = top.darker(0.14)
        if hasDress {
            legs = skin.darker(0.05)
            hasJacket = false
        }
    }

    /// The side turned from the light.
    var darkened: Clothes {
        var other = self
        other.sleeves = sleeves.darker(0.25)
        other.legs = legs.darker(0.28)
        other.shoes = shoes.darker(0.3)
        return other
    }
}
