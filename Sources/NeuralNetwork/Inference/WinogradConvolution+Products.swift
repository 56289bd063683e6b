internal import CWinograd

extension WinogradConvolution {
    /// Whether the processor has the instructions for the products.
    static var isSupported: Bool { winograd_products_supported() }

    /// Multiplies a strip's transformed tiles by the transformed weights.
    func multiply(
        _ tiles: UnsafeMutableRawPointer, weights: UnsafeMutableRawPointer,
        into products: UnsafeMutableRawPointer, team: ThreadTeam
    ) {
        var shape = winograd_products(channels: channels, filters: filters, tiles: self.tiles)
        let units = winograd_products_units(&shape, Self.products)
        team.run(units) { [shape] units in
            var shape = shape
            winograd_products_run(
                &shape, tiles.assumingMemoryBound(to: Float.self),
                weights.assumingMemoryBound(to: Float.self),
                products.assumingMemoryBound(to: Float.self), units.lowerBound, units.upperBound)
        }
    }
}
