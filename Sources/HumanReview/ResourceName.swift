/// Amazon resource names of things on this machine: region `local`, account of zeros, which satisfy
/// the service model's patterns.
package enum ResourceName {
    private static let prefix = "arn:aws:sagemaker:local:000000000000:"

    /// The resource name of a flow definition.
    package static func flowDefinition(_ name: String) -> String {
        prefix + "flow-definition/" + name
    }

    /// The resource name of a human loop.
    package static func humanLoop(_ name: String) -> String { prefix + "human-loop/" + name }
}
