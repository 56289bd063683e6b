package import Annotations

/// Who reviews what, against which labels and instructions, and when.
package struct FlowDefinition: Hashable, Sendable {
    /// Lower-case letters, digits and single hyphens, at most 63 (contract §3.2).
    package var name: String
    package var creationTime: Timestamp
    package var taskTitle: String
    package var taskDescription: String
    package var labels: LabelMap
    /// The worker task template's Liquid source.
    package var template: String
    package var activationConditions: ActivationConditions
    /// How many people answer each loop, 1 to 3.
    package var taskCount: Int
    /// The work team whose members are given the loops; nil when everybody is who may answer.
    package var team: String?

    /// A flow.
    package init(
        name: String, creationTime: Timestamp, taskTitle: String, taskDescription: String,
        labels: LabelMap, template: String, activationConditions: ActivationConditions,
        taskCount: Int = 1, team: String? = nil
    ) {
        self.name = name
        self.creationTime = creationTime
        self.taskTitle = taskTitle
        self.taskDescription = taskDescription
        self.labels = labels
        self.template = template
        self.activationConditions = activationConditions
        self.taskCount = taskCount
        self.team = team
    }

    /// The name A2I's files and wire formats know the flow by; region and account are local.
    package var resourceName: String { ResourceName.flowDefinition(name) }
}
