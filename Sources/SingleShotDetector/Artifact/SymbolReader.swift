internal import NeuralNetwork
internal import OrderedJSON

/// Reads a `-symbol.json` file (contract §8.2), in the forms that MXNet wrote over time.
///
/// Attributes were in `param` first, then `attr`, then `attrs`, and a node may have several of them.
struct SymbolReader {
    /// Four times resnet-50's, and little enough that the values of any such text fit in memory.
    static let longestText = 1 << 19
    /// Names are quoted in errors.
    private static let longestName = 1024

    private let document: JSONValue

    init(_ bytes: [UInt8]) throws(ArtifactError) {
        do throws(JSONParsingError) {
            document = try JSONParser(maximumBytes: Self.longestText).parse(bytes)
        } catch { throw ArtifactError(error.description) }
    }

    /// The graph, with the variables in place that MXNet's early versions left to the operators.
    func graph() throws(ArtifactError) -> Graph {
        guard case .array(let nodes)? = document["nodes"], !nodes.isEmpty else {
            throw ArtifactError("'nodes' must be an array of nodes")
        }
        guard case .array(let heads)? = document["heads"], !heads.isEmpty else {
            throw ArtifactError("'heads' must be an array of outputs")
        }
        var symbol = SymbolAssembly()
        for (index, node) in nodes.enumerated() {
            symbol.append(try self.node(node, "node \(index)"))
        }
        return symbol.graph(heads: try entries(.array(heads), "heads"))
    }

    private func node(_ value: JSONValue, _ place: String) throws(ArtifactError) -> GraphNode {
        guard case .string(let operatorName)? = value["op"], case .string(let name)? = value["name"]
        else { throw ArtifactError("\(place): 'op' and 'name' must be text") }
        guard name.utf8.count <= Self.longestName else {
            throw ArtifactError("\(place): 'name' has more than \(Self.longestName) bytes")
        }
        return GraphNode(
            operatorName, name: name, attributes: try attributes(value, place),
            inputs: try entries(value["inputs"] ?? .array([]), "\(place), 'inputs'"))
    }

    private func attributes(
        _ value: JSONValue, _ place: String
    ) throws(ArtifactError) -> [String: String] {
        var attributes: [String: String] = [:]
        for form in ["param", "attr", "attrs"] {
            guard let object = value[form], object != .null else { continue }
            guard case .object(let members) = object else {
                throw ArtifactError("\(place): '\(form)' must be an object")
            }
            for member in members {
                guard case .string(let text) = member.value else {
                    throw ArtifactError("\(place): attribute '\(member.name)' must be text")
                }
                attributes[Self.hiddenNames[member.name] ?? member.name] = text
            }
        }
        return attributes
    }

    /// Names that early versions gave to attributes of the framework rather than of the operator.
    private static let hiddenNames = ["lr_mult": "__lr_mult__", "wd_mult": "__wd_mult__"]

    private func entries(
        _ value: JSONValue, _ place: String
    ) throws(ArtifactError) -> [GraphEntry] {
        guard case .array(let elements) = value else {
            throw ArtifactError("\(place) must be an array")
        }
        var entries: [GraphEntry] = []
        for element in elements {
            guard case .array(let parts) = element, let numbers = Self.numbers(parts),
                (2...3).contains(numbers.count)
            else {
                throw ArtifactError("\(place): expected [node, output] or [node, output, version]")
            }
            entries.append(
                GraphEntry(
                    node: numbers[0], output: numbers[1],
                    version: numbers.count > 2 ? numbers[2] : 0))
        }
        return entries
    }

    private static func numbers(_ values: [JSONValue]) -> [Int]? {
        var numbers: [Int] = []
        for value in values {
            guard case .integer(let integer) = value, let number = Int(exactly: integer),
                (0...Int(Int32.max)).contains(number)
            else { return nil }
            numbers.append(number)
        }
        return numbers
    }
}
