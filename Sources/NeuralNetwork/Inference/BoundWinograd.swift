/// A convolution by Winograd's algorithm with its memory.
final class BoundWinograd {
    private let convolution: WinogradConvolution
    private let source: OneDNNMemory
    private let tiles: OneDNNMemory
    private let weights: OneDNNMemory
    private let products: OneDNNMemory
    private let destination: OneDNNMemory
    private let team = ThreadTeam()

    /// The planned step in a plan's memory.
    init(_ step: WinogradStep, _ memory: PlanMemory, _ engine: OneDNNEngine) throws {
        convolution = step.convolution
        source = try memory.memory(of: step.source, engine)
        tiles = try memory.memory(of: step.tiles, engine)
        weights = try memory.memory(of: step.weights, engine)
        products = try memory.memory(of: step.products, engine)
        destination = try memory.memory(of: step.destination, engine)
    }

    /// Runs strip after strip.
    func run() {
        let from = UnsafePointer(lanes(source))
        for image in 0..<convolution.batch {
            for strip in 0..<convolution.strips {
                convolution.transformInput(
                    from, image: image, strip: strip, into: lanes(tiles), team: team)
                convolution.multiply(
                    tiles.address, weights: weights.address, into: products.address, team: team)
                convolution.transformOutput(
                    UnsafePointer(lanes(products)), image: image, strip: strip,
                    into: lanes(destination), team: team)
            }
        }
    }

    private func lanes(_ memory: OneDNNMemory) -> UnsafeMutablePointer<SIMD8<Float>> {
        memory.address.assumingMemoryBound(to: SIMD8<Float>.self)
    }
}
