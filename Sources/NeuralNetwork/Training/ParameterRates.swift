/// What a parameter's learning rate and weight decay are multiplied by.
package struct ParameterRates: Hashable, Sendable {
    package var learningRate: Double
    package var weightDecay: Double

    /// As MXNet's `Module` sets them: the variable's `__lr_mult__` and `__wd_mult__`; without the latter only
    /// names ending in `_weight` or `_gamma` decay.
    package init(of variable: GraphNode) throws(GraphError) {
        let decays = variable.name.hasSuffix("_weight") || variable.name.hasSuffix("_gamma")
        learningRate = try Self.multiplier("lr_mult", of: variable) ?? 1
        weightDecay = try Self.multiplier("wd_mult", of: variable) ?? (decays ? 1 : 0)
    }

    private static func multiplier(_ name: String, of variable: GraphNode) throws(GraphError)
        -> Double?
    {
        guard let text = variable.attributes["__\(name)__"] ?? variable.attributes[name] else {
            return nil
        }
        guard let value = Double(text), value.isFinite else {
            throw GraphError(node: variable.name, "__\(name)__ should be a number, not '\(text)'")
        }
        return value
    }
}
