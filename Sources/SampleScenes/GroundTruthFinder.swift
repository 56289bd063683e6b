internal import Annotations

/// Finds the objects of a scene from the coverage they are drawn with.
///
/// What is painted later hides what was painted earlier. An object of which less than a quarter is
/// visible, or whose visible part is narrower or lower than eight pixels, is not listed.
struct GroundTruthFinder {
    private static let leastVisible = 0.25
    private static let leastSide = 8

    private let scene: Scene

    init(scene: Scene) {
        self.scene = scene
    }

    func objects() -> [GroundTruth] {
        let masks = visibleMasks()
        return scene.objects.enumerated().compactMap { index, object in
            truth(index, object, full: masks[index].full, visible: masks[index].visible)
        }
    }

    private func visibleMasks() -> [(full: Mask, visible: Mask)] {
        // A drawing may reach beyond the picture; what lies there counts as out of view.
        let window = PixelBounds(
            left: -2 * scene.size.width, top: -2 * scene.size.height,
            right: 3 * scene.size.width, bottom: 3 * scene.size.height)
        var masks: [(full: Mask, visible: Mask)] = []
        for layer in scene.layers where !masks.isEmpty || layer.isObject {
            let mask = Mask(of: layer.shapes, window: layer.isObject ? window : scene.bounds)
            for index in masks.indices { masks[index].visible.occlude(by: mask) }
            if layer.isObject { masks.append((mask, mask)) }
        }
        return masks
    }

    private func truth(
        _ index: Int, _ object: SceneObject, full: Mask, visible: Mask
    ) -> GroundTruth? {
        let share = visible.area(within: scene.bounds) / max(full.area, 1)
        guard share >= Self.leastVisible, let extent = visible.extent(within: scene.bounds),
            let whole = full.extent(within: full.bounds),
            extent.width >= Self.leastSide, extent.height >= Self.leastSide
        else { return nil }
        return GroundTruth(
            label: object.label, pose: object.facing.pose,
            isTruncated: Double(extent.area) < 0.9 * Double(whole.area), isDifficult: share < 0.4,
            box: BoundingBox(
                left: extent.left, top: extent.top, right: extent.right, bottom: extent.bottom),
            objectIndex: index)
    }
}
