internal import Screen

extension PixelTraits {
    /// The traits of a terminal that shows pixels, with the cell that the metrics give.
    nonisolated init(_ capabilities: TerminalCapabilities, _ metrics: ScreenMetrics) {
        self.init(
            screen: metrics.size,
            cell: PixelExtent(width: metrics.cellWidth, height: metrics.cellHeight),
            largestImage: capabilities.largestImage ?? capabilities.sixelArea,
            hasImageSlots: capabilities.hasImageSlots,
            lacksTransparency: capabilities.lacksTransparency)
    }
}
