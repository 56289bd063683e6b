import NeuralNetwork
import Testing

@testable import SingleShotDetector

@Suite("Symbol files")
struct SymbolTests {
    @Test("the form of MXNet 0.8 is the same graph as that of 1.9")
    func earlyForm() throws {
        let early = try SymbolReader(try ArtifactReferences.bytes("early-symbol.json")).graph()
        let artifact = try ModelArtifact.read(ArtifactReferences.directory + "tiny.tar.gz")
        let given = ["data": [2, 3, 61, 61], "label": [2, 3, 6]]
        #expect(
            try early.parameterShapes(given: given)
                == artifact.graph.parameterShapes(given: given))
        #expect(early.nodes.map(\.name).sorted() == artifact.graph.nodes.map(\.name).sorted())
        let network = try DetectionNetwork(early)
        #expect(network.classCount == 3)
        #expect(network.target == (try DetectionNetwork(artifact.graph).target))
    }

    @Test("what is written is read as it was")
    func roundTrip() throws {
        let graph = try ModelArtifact.read(ArtifactReferences.directory + "tiny.tar.gz").graph
        #expect(try SymbolReader(SymbolWriter(graph: graph).bytes).graph() == graph)
    }

    @Test(
        "a damaged file is refused with the place",
        arguments: [
            ("[]", "'nodes' must be"),
            (#"{"nodes": [], "heads": [[0, 0]]}"#, "'nodes' must be"),
            (#"{"nodes": [{"op": "null", "name": "data"}]}"#, "'heads' must be"),
            (#"{"nodes": [{"op": "null"}], "heads": [[0, 0]]}"#, "node 0: 'op' and 'name'"),
            (
                #"{"nodes": [{"op": "null", "name": "a", "inputs": [[0]]}], "heads": [[0, 0]]}"#,
                "node 0, 'inputs': expected"
            ),
            (
                #"{"nodes": [{"op": "null", "name": "a", "inputs": [[0, -1]]}], "heads": [[0, 0]]}"#,
                "node 0, 'inputs': expected"
            ),
            (
                #"{"nodes": [{"op": "null", "name": "a", "attrs": {"k": 1}}], "heads": [[0, 0]]}"#,
                "node 0: attribute 'k' must be text"
            ),
            (#"{"nodes": [{"op": "null""#, "line 1, column"),
        ])
    func damage(text: String, reason: String) {
        let error = #expect(throws: ArtifactError.self) {
            try SymbolReader(Array(text.utf8)).graph()
        }
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
    }

    @Test("a cycle, a head that is none and a name given twice are refused")
    func order() throws {
        func reason(_ nodes: String, _ heads: String = "[[0, 0]]") throws -> String {
            let text = #"{"nodes": [\#(nodes)], "heads": \#(heads)}"#
            let graph = try SymbolReader(Array(text.utf8)).graph()
            return #expect(throws: GraphError.self) { try graph.operations() }?.description ?? ""
        }
        let first = #"{"op": "_copy", "name": "a", "inputs": [[1, 0, 0]]}"#
        let second = #"{"op": "_copy", "name": "b", "inputs": [[0, 0, 0]]}"#
        #expect(try reason(first + "," + second).hasPrefix("node 'a': reads node"))
        let variable = #"{"op": "null", "name": "a", "inputs": []}"#
        #expect(try reason(variable, "[[1, 0]]").contains("none of the 1 nodes"))
        #expect(try reason(variable, "[[0, 1]]").contains("reads output 1 of 'a'"))
        #expect(try reason(variable + "," + variable).contains("another node has the same name"))
    }
}
