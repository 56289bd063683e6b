import Foundation
import Glibc
import TestSupport
import Testing

/// Training of the small network, on few photos and for few steps.
@Suite(.serialized) struct TrainTests {
    private let folder: EvaluationFolder

    init() throws { folder = try EvaluationFolder() }

    private func train(_ more: String..., output: String = "model.tar.gz") throws -> Program {
        try Program.run(executable: Program.path, arguments: arguments(more, output: output))
    }

    private func arguments(_ more: [String], output: String) -> [String] {
        [
            "train", "--train", folder.path("voc"), "-o", folder.path(output), "--base-network",
            "small", "--mini-batch-size", "1", "--seed", "5",
        ] + more
    }

    @Test func aKilledTrainingGoesOnToTheSameModel() throws {
        let settings = ["--epochs", "3", "--validation", folder.path("flat")]
        try addPhotos()
        let whole = try Program.run(
            executable: Program.path, arguments: arguments(settings, output: "whole.tar.gz"))
        #expect(whole.status == 0, "\(whole.errors)")
        // A checkpoint after every step, so that one of the middle of an epoch is gone on from.
        let often = arguments(settings + ["--checkpoint-interval", "0"], output: "killed.tar.gz")
        try killAfterFirstStepOfSecondEpoch(often)
        let refused = try Program.run(executable: Program.path, arguments: often)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("--resume"))
        let resumed = try Program.run(executable: Program.path, arguments: often + ["--resume"])
        #expect(resumed.status == 0, "\(resumed.errors)")
        let models = try ["whole.tar.gz", "killed.tar.gz"].map {
            try Data(contentsOf: URL(fileURLWithPath: folder.path($0)))
        }
        #expect(models[0] == models[1])
        #expect(access(folder.path("killed.tar.gz.checkpoint"), F_OK) != 0)
        #expect(lastLosses(whole.errors) == lastLosses(resumed.errors))
    }

    @Test func anotherTrainingDoesNotGoOnFromTheCheckpoint() throws {
        try addPhotos()
        let often = arguments(["--epochs", "3", "--checkpoint-interval", "0"], output: "m.tar.gz")
        try killAfterFirstStepOfSecondEpoch(often)
        let other = try Program.run(
            executable: Program.path,
            arguments: often + ["--resume", "--learning-rate", "0.5"])
        #expect(other.status == 1)
        #expect(other.errors.contains("learning_rate '0.001', not '0.5'"))
    }

    @Test func aDivergedTrainingKeepsTheModelBefore() throws {
        #expect(try train("--epochs", "1").status == 0)
        let path = folder.path("model.tar.gz")
        let run = try train("--epochs", "40", "--learning-rate", "1", "--momentum", "0.99")
        #expect(run.status == 1)
        #expect(run.errors.contains("diverged"))
        #expect(run.errors.contains("learning_rate"))
        // Whatever was kept on the way can still be put into service.
        let measured = try Program.run("evaluate", "--model", path, "--data", folder.path("voc"))
        #expect(measured.status == 0, "\(measured.errors)")
    }

    @Test func aModelGoesOnWithItsOwnNetworkAndClasses() throws {
        #expect(try train("--epochs", "1").status == 0)
        let base = ["--model", folder.path("model.tar.gz"), "--epochs", "1"]
        let classes = try Program.run(
            executable: Program.path,
            arguments: arguments(base + ["--num-classes", "3"], output: "next.tar.gz"))
        #expect(classes.status == 1)
        #expect(classes.errors.contains("its num_classes is 20, not 3"))
        var other = arguments(base, output: "next.tar.gz")
        other.replace(["small"], with: ["resnet-50"])
        let network = try Program.run(executable: Program.path, arguments: other)
        #expect(network.errors.contains("its base_network is small, not resnet-50"))
        let next = try Program.run(
            executable: Program.path,
            arguments: arguments(
                base + ["--validation", folder.path("flat")], output: "next.tar.gz"))
        #expect(next.status == 0, "\(next.errors)")
        #expect(next.output.contains("before"))
        let measured = try Program.run(
            "evaluate", "--model", folder.path("next.tar.gz"), "--data", folder.path("voc"),
            "--json")
        #expect(measured.status == 0, "\(measured.errors)")
    }

    @Test(arguments: [
        (["--learning-rate", "3"], "learning_rate"), (["--epochs", "0"], "epochs"),
        (["--hyperparameter", "optimizer=lion"], "optimizer"),
        (["--hyperparameter", "colour=red"], "colour"), (["--num-classes", "2"], "num_classes"),
        (["--label-width", "7", "--hyperparameter", "label_width=9"], "label_width"),
        (["--use-pretrained-model", "1"], "use_pretrained_model"),
        (["--image-shape", "299"], "image_shape"),
    ])
    func aHyperparameterOutOfRangeIsRefusedByName(given: [String], name: String) throws {
        let run = try Program.run(
            executable: Program.path, arguments: arguments(given, output: "m.tar.gz"))
        #expect(run.status != 0)
        #expect(run.errors.contains(name), "\(run.errors)")
        #expect(run.errorLines.count == 1)
        #expect(access(folder.path("m.tar.gz"), F_OK) != 0)
    }

    @Test func brokenImagesAreNamedAndLeftOut() throws {
        try folder.directory.write("not a JPEG", to: "voc/JPEGImages/b.jpg")
        try folder.directory.write("<annotation>", to: "voc/Annotations/c.xml")
        let run = try train("--epochs", "1")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("b.jpg: the file is not a JPEG"))
        #expect(run.errors.contains("c.xml:1: "))
        #expect(run.errors.contains("'num_training_samples': '1'"))
    }

    /// Makes epochs long enough that a busy machine does not miss the second one's middle.
    private func addPhotos() throws {
        for number in 1...8 {
            for (kind, ending) in [("JPEGImages", "jpg"), ("Annotations", "xml")] {
                try FileManager.default.copyItem(
                    atPath: folder.path("voc/\(kind)/a.\(ending)"),
                    toPath: folder.path("voc/\(kind)/a\(number).\(ending)"))
            }
        }
    }

    /// Waits until the second epoch has a step behind it, and ends the program as a power cut would.
    private func killAfterFirstStepOfSecondEpoch(_ arguments: [String]) throws {
        let process = try ChildProgram([Program.path] + arguments)
        let output = arguments[arguments.firstIndex(of: "-o").map { $0 + 1 } ?? 0]
        while process.isRunning, !isInSecondEpoch(output + ".checkpoint") { usleep(2_000) }
        process.kill()
    }

    private func isInSecondEpoch(_ path: String) -> Bool {
        guard let bytes = FileManager.default.contents(atPath: path) else { return false }
        return String(decoding: bytes.prefix(200), as: UTF8.self).contains(#"{"epoch":1,"batch":1"#)
    }

    private func lastLosses(_ log: String) -> [Substring] {
        log.split(separator: "\n").filter { $0.contains("epoch=2") }.compactMap {
            $0.split(separator: "]").last
        }
    }
}
