package import Annotations

/// A picture before it is painted: what lies behind, what stands in front, and the hour.
package struct Scene: Sendable {
    /// The picture's size in pixels.
    package let size: PixelSize
    /// What the film's grain follows from.
    let seed: UInt64
    /// Strength of the grain and of the darkening towards the corners, 1 for a usual photo.
    var grain: Float = 1
    /// Painted one after another.
    var layers: [SceneLayer] = []

    /// A scene of chance: the setting, the hour, what there is and how it looks follow from the seed.
    ///
    /// - Parameters:
    ///   - seed: another one for another scene.
    ///   - size: at least 64 pixels either way.
    package init(seed: UInt64, size: PixelSize) {
        var random = SplitMix64(seed: seed)
        let settings = Setting.allCases
        let setting = settings[random.integer(below: settings.count)]
        let light: Light =
            setting.isOutdoors ? random.pick(.day, .day, .evening, .overcast, .night) : .day
        self.init(setting, light: light, seed: random.next(), size: size)
    }

    init(_ setting: Setting, light: Light, seed: UInt64, size: PixelSize) {
        var stage = Stage(size: size, seed: seed, light: light)
        setting.compose(on: &stage)
        self = stage.scene
    }

    init(size: PixelSize, seed: UInt64) {
        self.size = size
        self.seed = seed
    }

    /// How many objects were drawn, in view or not.
    package var objectCount: Int { objects.count }

    var objects: [SceneObject] {
        layers.compactMap { if case .object(let object) = $0 { object } else { nil } }
    }

    var bounds: PixelBounds {
        PixelBounds(left: 0, top: 0, right: size.width, bottom: size.height)
    }
}
