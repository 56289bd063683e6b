import Annotations
import HumanReview
import OrderedJSON
import ReviewStore

/// A workspace's versions with what is known of each.
nonisolated struct ModelCatalog {
    let versions: [ModelVersion]
    /// The name of the version in service, or nil before the first deployment.
    let deployed: String?
    private let workspace: Workspace
    private let counts: [String: Int]

    /// Reads the catalog of a workspace.
    init(_ open: OpenWorkspace) throws {
        workspace = open.workspace
        versions = try open.store.models()
        deployed = try open.store.deployedModel()?.name
        counts = Dictionary(
            try open.store.predictionCounts().map { ($0.model, $0.count) }, uniquingKeysWith: { $1 }
        )
    }

    /// How many images a version has predicted.
    func images(of version: ModelVersion) -> Int { counts[version.name] ?? 0 }

    /// The mean average precision of a version's last evaluation to three places, or a dash.
    func evaluation(of version: ModelVersion) -> String {
        guard let value = version.evaluation else { return "-" }
        let thousandths = Int((min(max(value, 0), 1) * 1_000).rounded())
        let digits = String(thousandths)
        let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
        return (zeros + digits).prefix(1) + "." + (zeros + digits).dropFirst()
    }

    /// The members of a version.
    func json(of version: ModelVersion) -> [JSONValue.Member] {
        [
            .init("name", .string(version.name)),
            .init("inService", .bool(deployed == version.name)),
            .init("sha256", .string(version.sha256)),
            .init("path", .string(workspace.path(of: version))),
            .init("created", .string(version.creationTime.iso8601)),
            .init("baseNetwork", .string(version.baseNetwork)),
            .init("labels", .array(version.labels.names.map(JSONValue.string))),
            .init("mAP", version.evaluation.map(JSONValue.number) ?? .null),
            .init("parent", version.parent.map(JSONValue.string) ?? .null),
            .init("images", .count(images(of: version))),
        ]
    }
}
