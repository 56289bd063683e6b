internal import NeuralNetwork

/// The anchors of one map as text, which is how a symbol keeps them.
struct AnchorSymbol {
    /// Numbers with commas between.
    let sizes: String
    let ratios: String
    /// Distance of cells as a fraction of the image; nil divides the image evenly.
    let step: Double?

    /// How many anchors a cell has.
    var count: Int { sizes.split(separator: ",").count - 1 + ratios.split(separator: ",").count }

    var attributes: [String: String] {
        let step = step.map { "\($0)" } ?? "-1.0"
        return [
            "clip": "False", "sizes": "(\(sizes))", "ratios": "(\(ratios))",
            "steps": "(\(step), \(step))",
        ]
    }

    /// Squares and rectangles of 2 : 1.
    static let three = "1,2,0.5"
    /// And of 3 : 1.
    static let five = "1,2,0.5,3,0.333333333333"

    /// The anchors of maps, from the finest; steps are in pixels of an image of some side.
    static func list(
        sizes: [String], ratios: [String], steps: [Double]? = nil, side: Int = 1
    ) -> [AnchorSymbol] {
        zip(sizes, ratios).enumerated().map { index, pair in
            AnchorSymbol(
                sizes: pair.0, ratios: pair.1, step: steps.map { $0[index] / Double(side) })
        }
    }

    /// Of six maps, as SageMaker's resnet-50 has them: the second size is the geometric mean with the
    /// next map's first.
    static let six = list(
        sizes: [
            "0.1,0.141421", "0.2,0.272029", "0.37,0.44699", "0.54,0.619193", "0.71,0.790443",
            "0.88,0.961249",
        ], ratios: [three, five, five, five, three, three])
}
