internal import COneDNN
internal import Foundation

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
        precision: InferenceOptions.Precision = .float32, remembered: WinogradChoices? = nil
    ) throws {
        func plan(_ winograd: InferenceOptions.Winograd) throws -> InferencePlan {
            try InferencePlan(
                graph: graph, parameters: parameters, dataShape: dataShape, outputs: outputs,
                options: InferenceOptions(precision: precision, winograd: winograd))
        }
        let circumstances = Self.circumstances(dataShape, precision)
        if let remembered, remembered.circumstances == circumstances {
            choices = remembered
            self.plan = try plan(.layers(Set(remembered.layers)))
            return
        }
        let direct = try plan(.never)
        let layers = try Self.winners(direct) { try plan(.whereverPossible) }
        choices = WinogradChoices(circumstances: circumstances, layers: layers)
        self.plan = layers.isEmpty ? direct : try plan(.layers(Set(layers)))
    }

    private static func circumstances(
        _ dataShape: [Int], _ precision: InferenceOptions.Precision
    ) -> String {
        let threads = ProcessInfo.processInfo.environment["OMP_NUM_THREADS"] ?? "all"
        let instructions = String(dnnl_get_effective_cpu_isa().rawValue, radix: 16)
        let shape = dataShape.map(String.init).joined(separator: "x")
        return "instructions \(instructions), threads \(threads), \(precision) \(shape)"
    }

    /// The layers that another plan runs faster, both timed by turns in their places, where their weights are as cold
    /// as they will be.
    private static func winners(
        _ direct: InferencePlan, _ other: () throws -> InferencePlan
    ) throws -> [String] {
        guard InferencePlan.winogradIsPossible, !direct.winogradCandidates.isEmpty else {
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
    /// Whether this processor has Winograd kernels at all.
    static var winogradIsPossible: Bool {
        dnnl_get_effective_cpu_isa().rawValue >= dnnl_cpu_isa_avx512_core.rawValue
    }

    /// What each layer takes with what moves data into and out of it.
    fileprivate func secondsByLayer() throws -> [String: Double] {
        try profile().reduce(into: [:]) { $0[$1.name, default: 0] += $1.seconds }
    }
}
