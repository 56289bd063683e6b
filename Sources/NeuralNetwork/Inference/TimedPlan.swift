internal import COneDNN

/// A plan whose 3×3 convolutions run by the faster of two algorithms, as timed on this machine.
package struct TimedPlan {
    package let plan: InferencePlan
    package let choices: WinogradChoices

    /// How often each algorithm is run; the fastest run counts, as others share the processor.
    private static let runs = 4

    /// A plan by remembered choices, or by new ones where none hold for this machine.
    ///
    /// - Throws: what ``InferencePlan`` throws.
    package init(
        graph: Graph, parameters: ParameterSet, dataShape: [Int], outputs: [GraphEntry],
        precision: InferenceOptions.Precision = .float32, remembered: [WinogradChoices] = []
    ) throws {
        func plan(_ winograd: InferenceOptions.Winograd) throws -> InferencePlan {
            try InferencePlan(
                graph: graph, parameters: parameters, dataShape: dataShape, outputs: outputs,
                options: InferenceOptions(precision: precision, winograd: winograd))
        }
        let body = try GraphBody(of: graph, computing: outputs).graph
        let circumstances = Self.circumstances(body, dataShape, precision)
        if let remembered = remembered.last(where: { $0.circumstances == circumstances }) {
            choices = remembered
            self.plan = try plan(.layers(Set(remembered.layers)))
            return
        }
        let direct = try plan(.never)
        let layers =
            precision == .float32 ? try Self.winners(direct) { try plan(.whereverPossible) } : []
        choices = WinogradChoices(circumstances: circumstances, layers: layers)
        self.plan = layers.isEmpty ? direct : try plan(.layers(Set(layers)))
    }

    /// Layers take the same time in every model of one architecture.
    private static func circumstances(
        _ body: Graph, _ dataShape: [Int], _ precision: InferenceOptions.Precision
    ) -> String {
        let layers = body.nodes.filter { !$0.isVariable }.map { node in
            let attributes = node.attributes.sorted { $0.key < $1.key }
            return "\(node.operatorName) \(node.name) \(attributes.map { "\($0.key) \($0.value)" })"
        }
        // FNV-1a: the same in every process, as Swift's own hashes are not.
        let digest = layers.joined(separator: "\n").utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        let instructions = String(dnnl_get_effective_cpu_isa().rawValue, radix: 16)
        let shape = dataShape.map(String.init).joined(separator: "x")
        return
            "kernels 2, instructions \(instructions), threads \(ThreadTeam.threads), \(precision) \(shape), "
            + "layers \(String(digest, radix: 16))"
    }

    /// The layers that another plan runs faster, both timed by turns in their places, where their weights are as cold
    /// as they will be.
    private static func winners(
        _ direct: InferencePlan, _ other: () throws -> InferencePlan
    ) throws -> [String] {
        guard !direct.winogradCandidates.isEmpty else {
            return []
        }
        let winograd = try other()
        try direct.run { $0.initialize(repeating: 1) }
        try winograd.run { $0.initialize(repeating: 1) }
        var best: [[String: Double]] = [[:], [:]]
        for _ in 0..<runs {
            for (index, plan) in [direct, winograd].enumerated() {
                for (name, seconds) in try plan.secondsByLayer() {
                    best[index][name] = min(best[index][name] ?? .infinity, seconds)
                }
            }
        }
        return direct.winogradCandidates.filter { name in
            (best[1][name] ?? .infinity) < (best[0][name] ?? .infinity)
        }
    }
}

extension InferencePlan {
    /// What each layer takes with what moves data into and out of it.
    fileprivate func secondsByLayer() throws -> [String: Double] {
        try profile().reduce(into: [:]) { $0[$1.name, default: 0] += $1.seconds }
    }
}
