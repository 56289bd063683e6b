import NeuralNetwork
import Testing

@testable import SingleShotDetector

@Suite("Shapes")
struct ShapeTests {
    @Test("every entry of a network of all operators has the shape that MXNet infers")
    func asMXNetInfers() throws {
        let graph = try ModelArtifact.read(ArtifactReferences.directory + "tiny.tar.gz").graph
        let shapes = try graph.shapes(given: ["data": [2, 3, 61, 61], "label": [2, 3, 6]])
        var compared = 0
        for line in try ArtifactReferences.lines("shapes.txt") where line[0] == "out" {
            let expected = ArtifactReferences.integers(line[2])
            for (index, node) in graph.nodes.enumerated() {
                guard let output = Self.output(of: node, named: line[1]) else { continue }
                #expect(shapes[index][output] == expected, "\(line[1])")
                compared += 1
            }
        }
        #expect(compared == (try ArtifactReferences.lines("shapes.txt").count { $0[0] == "out" }))
    }

    /// Which output of a node MXNet calls so.
    private static func output(of node: GraphNode, named name: String) -> Int? {
        if node.isVariable { return node.name == name ? 0 : nil }
        let names =
            switch node.operatorName {
            case "_contrib_MultiBoxTarget": ["loc_target", "loc_mask", "cls_target"]
            default: ["output"]
            }
        return names.firstIndex { "\(node.name)_\($0)" == name }
    }
}
