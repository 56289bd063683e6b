internal import NeuralNetwork

/// How a convolution of a base network is written down.
struct ConvolutionSymbol {
    var filters: Int
    var kernel = 1
    /// Nil leaves the attribute out.
    var stride: Int? = 1
    /// Nil leaves the attribute out.
    var padding: Int? = 0
    var dilation: Int?
    /// What MXNet's ResNet gives its convolutions beside: no bias, and room to compute in.
    var isBare = false

    var attributes: [String: String] {
        var attributes = ["num_filter": "\(filters)", "kernel": "(\(kernel), \(kernel))"]
        if let stride { attributes["stride"] = "(\(stride), \(stride))" }
        if let padding { attributes["pad"] = "(\(padding), \(padding))" }
        if let dilation { attributes["dilate"] = "(\(dilation), \(dilation))" }
        if isBare {
            attributes["no_bias"] = "True"
            attributes["workspace"] = "256"
        }
        return attributes
    }
}

extension SymbolBuilder {
    /// A convolution whose parameters bear its attributes.
    mutating func convolution(
        _ data: GraphEntry, _ name: String, _ symbol: ConvolutionSymbol
    ) -> GraphEntry {
        let attributes = symbol.attributes
        let weight = variable("\(name)_weight", attributes)
        guard !symbol.isBare else {
            return node("Convolution", name, attributes, data, weight)
        }
        let bias = variable("\(name)_bias", attributes)
        return node("Convolution", name, attributes, data, weight, bias)
    }

    /// A convolution whose bias begins at 0 and learns twice as fast, as SSD's own layers have it.
    mutating func detectorConvolution(
        _ data: GraphEntry, _ name: String, _ symbol: ConvolutionSymbol
    ) -> GraphEntry {
        let weight = variable("\(name)_weight", symbol.attributes)
        let bias = variable(
            "\(name)_bias",
            ["__init__": "[\"constant\", {\"value\": 0.0}]", "__lr_mult__": "2.0"])
        return node("Convolution", name, symbol.attributes, data, weight, bias)
    }

    /// A batch normalization with MXNet's ResNet's constants.
    mutating func normalization(
        _ data: GraphEntry, _ name: String, fixesGamma: Bool = false
    ) -> GraphEntry {
        let attributes = [
            "eps": "2e-05", "fix_gamma": fixesGamma ? "True" : "False", "momentum": "0.9",
        ]
        let gamma = variable("\(name)_gamma", attributes)
        let beta = variable("\(name)_beta", attributes)
        var mean = variable(
            "\(name)_moving_mean", attributes.merging(["__init__": "[\"zero\", {}]"]) { $1 })
        var variance = variable(
            "\(name)_moving_var", attributes.merging(["__init__": "[\"one\", {}]"]) { $1 })
        (mean.version, variance.version) = (1, 1)
        return node("BatchNorm", name, attributes, data, gamma, beta, mean, variance)
    }

    /// A rectified linear unit.
    mutating func rectified(_ data: GraphEntry, _ name: String) -> GraphEntry {
        node("Activation", name, ["act_type": "relu"], data)
    }
}
