/// Two-wheelers with somebody on them: two objects, the person over the machine.
enum Rider {
    static func placeCyclist(
        at x: Double, _ y: Double, scale: Double? = nil, mirrored: Bool, on stage: inout Stage
    ) {
        stage.place(Bicycle(varying: &stage.random), at: x, y, scale: scale, mirrored: mirrored)
        placeRider(at: x, y, scale: scale, mirrored: mirrored, on: &stage)
    }

    static func placeMotorcyclist(
        at x: Double, _ y: Double, scale: Double? = nil, mirrored: Bool, on stage: inout Stage
    ) {
        stage.place(Motorbike(varying: &stage.random), at: x, y, scale: scale, mirrored: mirrored)
        placeRider(at: x, y - 1, scale: scale, mirrored: mirrored, on: &stage)
    }

    private static func placeRider(
        at x: Double, _ y: Double, scale: Double?, mirrored: Bool, on stage: inout Stage
    ) {
        var person = Person(.riding, varying: &stage.random)
        person.clothes.hat = .helmet
        stage.place(person, at: x, y, scale: scale, mirrored: mirrored)
    }
}
