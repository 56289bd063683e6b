extension RGBImage {
    /// The image with its axes swapped first and then mirrored, in that order.
    ///
    /// A pixel at (x, y) goes to (y, x) when `swapAxes` is set; then its column is counted from the
    /// right when `mirrorX` is, and its row from the bottom when `mirrorY` is. The eight EXIF
    /// orientations are the eight combinations.
    package func transformed(swapAxes: Bool, mirrorX: Bool, mirrorY: Bool) -> RGBImage {
        if !swapAxes && !mirrorX && !mirrorY { return self }
        let newWidth = swapAxes ? height : width
        let newHeight = swapAxes ? width : height
        var result = [UInt8](repeating: 0, count: pixels.count)
        for y in 0..<newHeight {
            for x in 0..<newWidth {
                let column = mirrorX ? newWidth - 1 - x : x
                let row = mirrorY ? newHeight - 1 - y : y
                let source = 3 * (swapAxes ? column * width + row : row * width + column)
                let target = 3 * (y * newWidth + x)
                result[target] = pixels[source]
                result[target + 1] = pixels[source + 1]
                result[target + 2] = pixels[source + 2]
            }
        }
        return RGBImage(width: newWidth, height: newHeight, pixels: result)
    }
}
