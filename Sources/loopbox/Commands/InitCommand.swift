import Annotations
import ArgumentParser
import HumanReview
import ReviewStore

/// `loopbox init`: a workspace with its flow definition and first images.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a workspace and add images to it.")

    @Argument(help: ArgumentHelp("The directory to make.", valueName: "dir"))
    var directory: String

    @Option(
        help: ArgumentHelp(
            "A JPEG file or a directory of them; may be repeated.", valueName: "path"))
    var images: [String] = []

    @Option(
        help: ArgumentHelp(
            "The directory of <image name>.json, SageMaker's inference responses.", valueName: "dir"
        ))
    var predictions: String?

    @Option(help: ArgumentHelp("A worker task template in Liquid.", valueName: "file"))
    var template: String?

    @Option(help: ArgumentHelp("The classes, one a line.", valueName: "file"))
    var labels: String?

    @Option(help: "An image whose highest score is below this is reviewed.")
    var scoreThreshold = 0.5

    @Option(help: "Detections below this are not shown.")
    var displayThreshold = 0.2

    @Option(
        name: .customLong("review-label"),
        help: ArgumentHelp(
            "A class of which every detection is reviewed, however sure; may be repeated.",
            valueName: "label"))
    var reviewLabels: [String] = []

    @Option(help: "The part of the images the model is sure of that is reviewed too, 0 to 1.")
    var auditShare = 0.0

    @Option(help: "Which of them are drawn: the same seed draws the same images.")
    var auditSeed: Int64 = 0

    @Option(help: ArgumentHelp("The flow definition's name.", valueName: "name"))
    var flow = "object-detection"

    @Option(help: "How many people answer each loop without seeing each other's answer, 1 to 3.")
    var taskCount = 1

    @Option(
        help: """
            The work team whose members are given the loops; it is made with you as its lead and first \
            member.
            """)
    var team: String?

    @Option(
        help: ArgumentHelp(
            "The Unix group that shares the workspace: its members may write in it.",
            valueName: "group"))
    var group: String?

    func validate() throws {
        guard (1...3).contains(taskCount) else {
            throw ValidationError("--task-count is 1, 2 or 3, not \(taskCount)")
        }
        if let team, !FlowFactory.isName(team) {
            throw ValidationError(
                "--team '\(team)': a name is up to 63 lower-case letters, digits and single hyphens"
            )
        }
        for threshold in [scoreThreshold, displayThreshold] where !(0...1).contains(threshold) {
            throw ValidationError("a threshold is a score from 0 to 1, not \(threshold)")
        }
        guard (0...1).contains(auditShare) else {
            throw ValidationError("--audit-share is a part from 0 to 1, not \(auditShare)")
        }
        guard FlowFactory.isName(flow) else {
            throw ValidationError(
                "--flow '\(flow)': a name is up to 63 lower-case letters, digits and single hyphens"
            )
        }
    }

    func run() throws {
        let sharing = try group.map(Self.group)
        let definition = try FlowFactory(
            name: flow, templatePath: template, labelsPath: labels,
            conditions: ActivationConditions(
                scoreThreshold: scoreThreshold, displayThreshold: displayThreshold,
                reviewLabels: Set(reviewLabels),
                audit: AuditSample(share: auditShare, seed: auditSeed))
        ).make(at: SystemClock.now)
        let sources = try IntakeSources(
            images: images, predictions: predictions)
        let open = try OpenWorkspace(try make(at: directory, flow: definition))
        if let sharing { try open.workspace.share(withGroup: sharing) }
        let here = "loopbox -C \(open.workspace.path)"
        guard !images.isEmpty else {
            return Console.write(
                "\(open.workspace.path) is made; '\(here) model import FILE --deploy' brings a detector, "
                    + "'\(here) add PATH' photos, '\(here)' opens it")
        }
        try AddCommand.add(sources, to: open)
        Console.write("open it with '\(here)'")
    }

    /// Makes the workspace unless one is there.
    private func make(at path: String, flow: FlowDefinition) throws -> Workspace {
        if let present = Workspace.at(path), try SQLiteReviewStore(workspace: present).flow() != nil
        {
            throw CommandError("\(path): already a workspace; 'loopbox -C \(path) add' adds images")
        }
        let workspace = try Workspace.create(at: path)
        let store = try SQLiteReviewStore(workspace: workspace)
        var flow = flow
        flow.taskCount = taskCount
        if let team {
            try make(team, in: store)
            flow.team = team
        }
        try store.add(flow)
        return workspace
    }

    /// Makes the flow's team, unless an earlier try that did not finish has.
    private func make(_ team: String, in store: SQLiteReviewStore) throws {
        let worker = Worker(name: WorkspaceOptions.userName)
        if try !store.isListingWorkers() {
            _ = try store.add(worker, as: .lead, by: worker, at: SystemClock.now)
        }
        if try !store.teams().contains(where: { $0.name == team }) {
            try store.createTeam(team, by: worker, at: SystemClock.now)
        }
        try store.add([worker], toTeam: team, by: worker)
        Console.write("\(worker.name) is listed as lead and in the team \(team)")
    }

    private static func group(_ name: String) throws -> UInt32 {
        if let group = UnixName.groupID(name) { return group }
        throw CommandError("--group '\(name)': no such Unix group; 'groupadd \(name)' makes one")
    }
}
