internal import COneDNN

/// A convolution by Winograd's algorithm with its memory.
final class BoundWinograd {
    private let convolution: WinogradConvolution
    private let multiplication: Primitive
    private let source: OneDNNMemory
    private let tiles: OneDNNMemory
    private let products: OneDNNMemory
    private let destination: OneDNNMemory
    private let team = ThreadTeam()

    /// The planned step in a plan's memory.
    init(_ step: WinogradStep, _ memory: PlanMemory, _ engine: OneDNNEngine) throws {
        convolution = step.convolution
        source = try memory.memory(of: step.source, engine)
        tiles = try memory.memory(of: step.tiles, engine)
        products = try memory.memory(of: step.products, engine)
        destination = try memory.memory(of: step.destination, engine)
        multiplication = try Primitive(
            step.multiplication,
            [
                DNNL_ARG_SRC: tiles, DNNL_ARG_DST: products,
                DNNL_ARG_WEIGHTS: memory.memory(of: step.weights, engine),
            ], scratchpad: memory.scratchpad, engine: engine)
    }

    /// Runs strip after strip.
    func run() throws {
        let from = UnsafePointer(lanes(source))
        for image in 0..<convolution.batch {
            for strip in 0..<convolution.strips {
                convolution.transformInput(
                    from, image: image, strip: strip, into: lanes(tiles), team: team)
                try multiplication.run()
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
