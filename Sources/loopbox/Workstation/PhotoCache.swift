import Workbench

/// The rasters shown or prefetched last: enough for the next images and the way back, about 2 MB each.
nonisolated struct PhotoCache {
    private static let capacity = 6
    private var rasters: [PhotoRaster] = []

    /// The raster of a request, which counts as used.
    mutating func raster(for request: PhotoRequest) -> PhotoRaster? {
        guard let index = rasters.firstIndex(where: { $0.request == request }) else { return nil }
        let raster = rasters.remove(at: index)
        rasters.append(raster)
        return raster
    }

    /// Adds a raster, letting the one unused longest go.
    mutating func insert(_ raster: PhotoRaster) {
        rasters.append(raster)
        if rasters.count > Self.capacity { rasters.removeFirst() }
    }
}
