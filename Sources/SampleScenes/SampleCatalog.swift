package import Annotations

/// The scenes that come with the program.
package enum SampleCatalog {
    /// One of them, before it is painted.
    package struct Sample: Sendable {
        /// The file's name without its ending.
        package let name: String
        /// How the stored raster is to be turned; the scene itself is upright.
        package let orientation: ImageOrientation
        /// Painting this gives the upright picture.
        package var scene: Scene { Scene(setting, light: light, seed: seed, size: size) }

        private let setting: Setting
        private let light: Light
        private let seed: UInt64
        private let size: PixelSize

        init(
            _ name: String, _ setting: Setting, _ light: Light, seed: UInt64, _ width: Int,
            _ height: Int, orientation: ImageOrientation = .upright
        ) {
            self.name = name
            self.orientation = orientation
            self.setting = setting
            self.light = light
            self.seed = seed
            size = PixelSize(width: width, height: height)
        }
    }

    /// The seeds were chosen by eye, and so that no object is hidden too far to be listed.
    package static let samples: [Sample] = [
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
}
