import Annotations
import Imaging
import Testing

@testable import SampleScenes

@Suite struct SceneTests {
    private let size = PixelSize(width: 160, height: 120)

    @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as [UInt64])
    func aSeedGivesOneSceneInsideItsPicture(seed: UInt64) {
        let (image, objects) = SceneRenderer.render(Scene(seed: seed, size: size))
        let again = SceneRenderer.render(Scene(seed: seed, size: size))
        #expect(image == again.image && objects == again.objects)
        #expect(image.width == 160 && image.height == 120)
        for object in objects {
            #expect(LabelMap.pascalVOC.classID(of: object.label) != nil)
            #expect(object.box.clipped(to: size) == object.box && object.box.area >= 64)
        }
    }

    @Test func seedsGiveEveryClassAndDifferentScenes() {
        var labels: Set<String> = []
        var sceneSizes: Set<Int> = []
        for seed in 0..<150 {
            let scene = Scene(seed: UInt64(seed), size: size)
            labels.formUnion(scene.objects.map(\.label))
            sceneSizes.insert(scene.layers.flatMap(\.shapes).count)
        }
        #expect(labels == Set(LabelMap.pascalVOC.names))
        #expect(sceneSizes.count > 100)
    }

    @Test func aWindowIsPartOfThePicture() {
        let scene = Scene(seed: 12, size: size)
        let window = PixelBounds(left: 31, top: 17, right: 90, bottom: 101)
        let whole = SceneRenderer.image(of: scene)
        let part = SceneRenderer.image(of: scene, window: window)
        #expect(part.width == 59 && part.height == 84)
        for row in 0..<part.height {
            let start = ((17 + row) * 160 + 31) * 3
            #expect(
                part.pixels[(row * 59 * 3)..<((row + 1) * 59 * 3)]
                    .elementsEqual(whole.pixels[start..<(start + 59 * 3)]))
        }
    }

    @Test func samplesShowEveryClassInManyForms() {
        let samples = SampleCatalog.samples
        #expect(samples.count >= 14 && Set(samples.map(\.name)).count == samples.count)
        let labels = samples.flatMap { $0.scene.objects.map(\.label) }
        #expect(Set(labels) == Set(LabelMap.pascalVOC.names))
        let sizes = samples.map { $0.scene.size }
        #expect(sizes.contains(PixelSize(width: 640, height: 480)))
        #expect(sizes.contains { $0.height > $0.width } && sizes.contains { $0.width > 1_200 })
    }
}
