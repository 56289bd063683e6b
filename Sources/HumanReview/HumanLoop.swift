/// One image under review.
package struct HumanLoop: Hashable, Sendable {
    /// A2I's statuses; `Deleting` and `Deleted` occur only in its prose.
    package enum Status: String, Hashable, Sendable, CaseIterable {
        case inProgress = "InProgress"
        case stopping = "Stopping"
        case stopped = "Stopped"
        case completed = "Completed"
        case failed = "Failed"
    }

    package var name: String
    package var status: Status
    package var creationTime: Timestamp
    package var flowDefinitionName: String
    package var image: ReviewImage
    /// The highest score of the prediction that started the loop, or nil when it had no detection.
    package var score: Double?
    /// `ValidationError`, `Expired` or `InternalError`, when failed.
    package var failureCode: String?
    package var failureReason: String?
    /// Where the output object is or will be, as a URI: present from the start, as A2I's is.
    package var outputURI: String

    /// A loop.
    package init(
        name: String, status: Status, creationTime: Timestamp, flowDefinitionName: String,
        image: ReviewImage, score: Double?, failureCode: String? = nil,
        failureReason: String? = nil, outputURI: String
    ) {
        self.name = name
        self.status = status
        self.creationTime = creationTime
        self.flowDefinitionName = flowDefinitionName
        self.image = image
        self.score = score
        self.failureCode = failureCode
        self.failureReason = failureReason
        self.outputURI = outputURI
    }

    package var resourceName: String { ResourceName.humanLoop(name) }
}
