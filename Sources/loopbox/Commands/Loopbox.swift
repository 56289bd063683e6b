import ArgumentParser
import Foundation
import HumanReview
import ReviewStore

/// The program: alone it opens the workstation, with a command it does what that says.
struct Loopbox: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loopbox",
        abstract:
            "Review a detector's boxes in the terminal, and turn the answers into training data.",
        discussion: """
            Without a command it opens the workstation on the workspace found from here upward, \
            or on a copy of the samples where there is none. Where standard output is no terminal it \
            says how the workspace stands, or lets the samples' model predict the samples. \
            Exit status: 0 done, 1 failed, 2 wrong usage.
            """,
        version: "0.1.0",
        subcommands: [
            InitCommand.self, AddCommand.self, ReviewCommand.self, AcceptCommand.self,
            StatusCommand.self, LoopsCommand.self,
            WorkerCommand.self, TeamCommand.self, FlowCommand.self,
            WorkCommand.self, ModelCommand.self,
            ExportCommand.self, ImportCommand.self,
            PredictCommand.self, EvaluateCommand.self, TrainCommand.self, DoctorCommand.self,
        ])

    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var screen: ScreenOptions

    /// Runs the command that the arguments name, on the main thread, and reports what goes wrong.
    static func start(_ arguments: [String]) -> ExitStatus {
        let status = outcome(of: arguments)
        guard status == .done, let failure = Console.outputFailure else { return status }
        Console.report(failure)
        return .failed
    }

    private static func outcome(of arguments: [String]) -> ExitStatus {
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
            return .done
        } catch let error as CommandError {
            Console.report(error.description)
            return error.status
        } catch {
            return finish(with: error)
        }
    }

    func run() throws {
        let worker = try options.resolvedWorker()
        let found = try OpenWorkspace.find(options)
        guard Console.isTerminal else { return try workWithoutTerminal(found) }
        screen.prepareQueue()
        try ReviewCommand.openWorkstation(
            on: try found ?? SampleWorkspace.open(), worker: worker, screen)
    }

    /// Help and version are no errors; of the others the parser knows those of usage.
    private static func finish(with error: any Error) -> ExitStatus {
        switch exitCode(for: error) {
        case .success:
            for line in fullMessage(for: error).split(
                separator: "\n", omittingEmptySubsequences: false)
            {
                Console.write(String(line))
            }
            return .done
        case .validationFailure:
            Console.report(line(of: message(for: error)) + "; " + hint(for: error))
            return .usage
        default:
            Console.report("\(error)")
            return .failed
        }
    }

    /// The parser's message as the beginning of one line: the parser gives each of many values a line of
    /// its own, and ends with a full stop after few.
    private static func line(of message: String) -> String {
        let mark = "Please provide one of the following:"
        guard let list = message.range(of: mark + "\n  - ", options: .backwards) else {
            return message.hasSuffix(".") ? String(message.dropLast()) : message
        }
        let values = message[list.upperBound...].components(separatedBy: "\n  - ")
        return "\(message[..<list.lowerBound])\(mark) \(values.joined(separator: ", "))"
    }

    /// Where the command at fault is described, as the parser says at the end of its message.
    private static func hint(for error: any Error) -> String {
        let help = fullMessage(for: error).split(separator: "'").last { $0.hasSuffix(" --help") }
        return help.map { "'\($0)' says how" } ?? "'loopbox help' shows the commands"
    }

    /// Says how the workspace stands; without one, does the model's part of the work on the samples.
    private func workWithoutTerminal(_ found: OpenWorkspace?) throws {
        guard found == nil, SampleFiles.modelPath != nil else { return try describe(found) }
        EngineThreads.makePassive(threads: EngineThreads.processors)
        try MainActor.assumeIsolated { try SampleJob(open: try SampleWorkspace.open()).run() }
    }

    /// What would be opened, for a script or a pipe; nothing is made.
    private func describe(_ found: OpenWorkspace?) throws {
        guard let open = try found ?? SampleWorkspace.present() else {
            Console.write("workspace  none here or above")
            Console.write("samples    \(SampleWorkspace.directory), not made yet")
            return Console.write("to review  run 'loopbox' in a terminal to try the samples")
        }
        let status = try open.store.status(at: SystemClock.now)
        let path = open.workspace.path
        Console.write("workspace  \(path)")
        Console.write("waiting    \(status.waiting) of \(status.totalLoops) loops")
        Console.write("outputs    \(open.workspace.outputPath)")
        Console.write("to review  run 'loopbox -C \(path)' in a terminal")
    }
}
