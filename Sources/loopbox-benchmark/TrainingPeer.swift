/// MXNet in a process of its own, which makes one training step for each line it is sent.
final class TrainingPeer {
    private let process: PeerProcess

    /// Starts Peers/training.py; nil when this Python has no MXNet.
    init?(python: String, folder: String) {
        guard let process = PeerProcess(python, [Peers.training, folder]), process.line() != nil
        else { return nil }
        self.process = process
    }

    /// Makes one step.
    func step() throws {
        guard process.answer(to: "step") != nil else {
            throw UsageError(message: "MXNet ended in mid-step")
        }
    }
}
