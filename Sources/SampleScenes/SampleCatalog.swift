package import Annotations

/// The scenes that come with the program.
package enum SampleCatalog {
    /// One of them, before it is painted.
    package struct Sample: Sendable {
        /// The file's name without its ending.
        package let name: String
        /// How the stored raster is to be turned; the scene itself is upright.
        package let orientation: ImageOrientation
        /// What it is taken with.
        package let camera: Camera
        /// Painting this gives the upright picture.
        package var scene: Scene { Scene(setting, light: light, seed: seed, size: size) }

        private let setting: Setting
        private let light: Light
        private let seed: UInt64
        private let size: PixelSize

        init(
            _ name: String, _ setting: Setting, _ light: Light, seed: UInt64, _ width: Int,
            _ height: Int, orientation: ImageOrientation = .upright, camera: Camera = .color
        ) {
            self.name = name
            self.orientation = orientation
            self.camera = camera
            self.setting = setting
            self.light = light
            self.seed = seed
            size = PixelSize(width: width, height: height)
        }
    }

    /// The seeds were chosen by eye, and so that no object is hidden too far to be listed.
    package static let samples: [Sample] = ofColorCamera + ofInfraredCamera

    private static let ofColorCamera: [Sample] = [
        Sample("airfield-noon", .airfield, .day, seed: 100, 960, 600),
        Sample("airstrip-evening", .airfield, .evening, seed: 13, 640, 480),
        Sample("crossing-overcast", .crossing, .overcast, seed: 43, 1_280, 853),
        Sample("desk-two-screens", .desk, .day, seed: 35, 640, 480),
        Sample("dining-room", .diningRoom, .day, seed: 12, 640, 480),
        Sample("harbour-evening", .harbour, .evening, seed: 50, 640, 480),
        Sample("harbour-morning", .harbour, .day, seed: 42, 960, 640),
        Sample("living-room", .livingRoom, .day, seed: 11, 800, 600),
        Sample(
            "park-evening", .park, .evening, seed: 116, 480, 640, orientation: .rotatedClockwise),
        Sample("park-spring", .park, .day, seed: 88, 640, 480),
        Sample("pasture-evening", .pasture, .evening, seed: 95, 640, 480),
        Sample("pasture-noon", .pasture, .day, seed: 15, 1_024, 683),
        Sample("station-night", .railway, .night, seed: 15, 640, 480),
        Sample("station-overcast", .railway, .overcast, seed: 29, 800, 533),
        Sample("street-bus", .street, .day, seed: 4, 960, 540),
        Sample("street-morning", .street, .day, seed: 125, 640, 480),
        Sample("street-night", .street, .night, seed: 47, 800, 533),
        Sample("windowsill", .windowsill, .day, seed: 87, 480, 640),
        Sample("workshop-yard", .yard, .day, seed: 66, 640, 480),
    ]
    /// Of a camera that the sample model has seen nothing of.
    ///
    /// The seeds were chosen so that it is unsure
    /// of every one: the work that is left to people.
    private static let ofInfraredCamera: [Sample] = [
        infrared("airfield", .airfield, .day, seed: 8_079_442_209_200_829_107, 640, 480),
        infrared("dining-room", .diningRoom, .day, seed: 5_901_328_147_429_324_484, 640, 427),
        infrared("harbour", .harbour, .day, seed: 13_615_283_980_009_532_992, 640, 360),
        infrared("living-room", .livingRoom, .day, seed: 7_991_069_503_219_926_397, 640, 427),
        infrared("park", .park, .overcast, seed: 6_789_563_244_730_416_382, 640, 480),
        infrared("park-evening", .park, .evening, seed: 4_843_296_311_231_430_171, 640, 360),
        infrared("pasture", .pasture, .day, seed: 7_915_938_111_807_868_902, 640, 400),
        infrared("pasture-night", .pasture, .night, seed: 17_282_089_732_262_731_934, 640, 480),
    ]

    private static func infrared(
        _ name: String, _ setting: Setting, _ light: Light, seed: UInt64, _ width: Int,
        _ height: Int
    ) -> Sample {
        Sample("infrared-\(name)", setting, light, seed: seed, width, height, camera: .infrared)
    }
}
