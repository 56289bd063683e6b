import Testing

@testable import NeuralNetwork

@Suite("Operations")
struct OperationTests {
    private static let entry = GraphEntry(node: 0)

    private func operation(
        _ name: String, _ attributes: [String: String] = [:], inputs: Int = 1
    ) throws -> Operation {
        try Operation(
            GraphNode(
                name, name: "n", attributes: attributes,
                inputs: Array(repeating: Self.entry, count: inputs)))
    }

    @Test("absent attributes have MXNet's defaults")
    func defaults() throws {
        #expect(
            try operation("Convolution", ["kernel": "(3, 3)", "num_filter": "8"], inputs: 3)
                == .convolution(
                    Convolution(
                        filters: 8, kernel: Extent(3, 3), stride: Extent(1, 1),
                        padding: Extent(0, 0), dilation: Extent(1, 1), groups: 1, hasBias: true)))
        #expect(
            try operation("BatchNorm", inputs: 5)
                == .batchNormalization(
                    BatchNormalization(
                        epsilon: 0.001, momentum: 0.9, fixesGamma: true,
                        usesGlobalStatistics: false)))
        #expect(
            try operation("Pooling", ["kernel": "(2, 2)"])
                == .pooling(
                    Pooling(
                        kind: .maximum, kernel: Extent(2, 2), stride: Extent(1, 1),
                        padding: Extent(0, 0), roundsUp: false, isGlobal: false,
                        countsPadding: true)))
        #expect(
            try operation("MakeLoss")
                == .makeLoss(MakeLoss(gradientScale: 1, normalization: .none, validThreshold: 0)))
        #expect(
            try operation("_contrib_MultiBoxDetection", inputs: 3)
                == .multiBoxDetection(
                    MultiBoxDetectionAttributes(
                        threshold: 0.01, clips: true, backgroundClass: 0,
                        suppressionThreshold: 0.5, suppressesAcrossClasses: false,
                        variances: [0.1, 0.1, 0.2, 0.2], topCount: -1)))
    }

    @Test("tuples are read in all the forms that MXNet wrote")
    func tuples() throws {
        for text in ["(2, 1)", "(2,1)", "[2, 1]", "(2L, 1L)", " ( 2 , 1 ) ", "(2, 1,)"] {
            let attributes = ["kernel": text, "num_filter": "8", "no_bias": "1"]
            guard case .convolution(let read) = try operation("Convolution", attributes, inputs: 2)
            else { return #expect(Bool(false)) }
            #expect(read.kernel == Extent(2, 1), "\(text)")
            #expect(!read.hasBias)
        }
    }

    @Test("operators have their names of other versions too")
    func names() throws {
        for name in ["elemwise_add", "broadcast_add", "_Plus", "_plus"] {
            #expect(try operation(name, inputs: 2) == .add)
        }
        #expect(try operation("concat", ["dim": "2"], inputs: 4) == .concatenate(dimension: 2))
        #expect(try operation("SoftmaxActivation", ["mode": "channel"]) == .softmax)
        #expect(try operation("softmax", ["axis": "1"]) == .softmax)
        #expect(try operation("null", inputs: 0) == .variable)
    }

    @Test(
        "what an operator cannot have is refused with the node, the attribute and what is expected",
        arguments: [
            ("Convolution", ["num_filter": "8"], "attribute 'kernel' is missing: expected two"),
            ("Convolution", ["kernel": "(3, 3)"], "attribute 'num_filter' is missing"),
            (
                "Convolution", ["kernel": "(3, 3, 3)", "num_filter": "8"],
                "attribute 'kernel' is '(3, 3, 3)': expected two whole numbers"
            ),
            ("Convolution", ["kernel": "(3, 3", "num_filter": "8"], "'(3, 3': expected whole"),
            ("Convolution", ["kernel": "(0, 3)", "num_filter": "8"], "from 1 to"),
            (
                "Convolution", ["kernel": "(3, 3)", "num_filter": "9999999999999999999"],
                "expected a whole number"
            ),
            (
                "Convolution", ["kernel": "(3, 3)", "num_filter": "8", "num_group": "3"],
                "expected a divisor of num_filter"
            ),
            ("Pooling", ["kernel": "(2, 2)", "pad": "(2, 2)"], "expected less than the kernel"),
            ("Pooling", ["kernel": "(2, 2)", "pool_type": "sum"], "expected max or avg"),
            ("Activation", ["act_type": "tanh"], "'act_type' is 'tanh': expected relu"),
            ("Reshape", ["shape": "(-1, -1)"], "expected extents, 0 and at most one -1"),
            ("BatchNorm", ["eps": "nan"], "'eps' is 'nan': expected a finite number"),
            ("BatchNorm", ["axis": "3"], "only 1 is supported"),
            ("BatchNorm", ["fix_gamma": "maybe"], "expected True or False"),
            ("SoftmaxOutput", [:], "'multi_output' is missing: only True is supported"),
            ("_contrib_MultiBoxPrior", ["sizes": "()"], "expected finite numbers"),
            ("_contrib_MultiBoxPrior", ["steps": "(1, -1)"], "expected two numbers above 0"),
            ("_contrib_MultiBoxTarget", ["variances": "(0.1, 0.1)"], "expected 4 numbers"),
            ("Custom", [:], "the operator 'Custom' is not supported"),
        ] as [(String, [String: String], String)])
    func refusals(name: String, attributes: [String: String], reason: String) {
        let error = #expect(throws: GraphError.self) { try operation(name, attributes) }
        #expect(error?.node == "n")
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
    }

    @Test("a number of inputs that the operator does not have is refused")
    func inputCounts() {
        let error = #expect(throws: GraphError.self) { try operation("BatchNorm", inputs: 3) }
        #expect(error?.reason == "BatchNorm has 3 inputs: expected 5")
    }
}
