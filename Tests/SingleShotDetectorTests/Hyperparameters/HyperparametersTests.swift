import SingleShotDetector
import Testing

@Suite("Hyperparameters")
struct HyperparametersTests {
    @Test("what is left out or empty has the documented default")
    func defaults() throws {
        let parameters = try Hyperparameters(["num_classes": "20", "epochs": ""])
        #expect(parameters.classCount == 20)
        #expect(parameters.trainingSampleCount == nil)
        #expect(parameters.baseNetwork == .vgg16)
        #expect(parameters.epochs == 30)
        #expect(parameters.learningRate == 0.001)
        #expect(parameters.learningRateSteps.isEmpty)
        #expect(parameters.suppressionTopCount == 400)
        #expect(!parameters.stopsEarly)
        #expect(parameters.values["early_stopping"] == "False")
        #expect(try Hyperparameters(parameters.values) == parameters)
    }

    @Test(
        "a value out of range is refused by name with the range",
        arguments: [
            ("learning_rate", "0", "a number above 0 and up to 1"),
            ("learning_rate", "1.01", "a number above 0 and up to 1"),
            ("learning_rate", "nan", "a number above 0 and up to 1"),
            ("lr_scheduler_factor", "1", "a number above 0 and below 1"),
            ("early_stopping_tolerance", "-0.1", "a number from 0 and up to 1"),
            ("base_network", "resnet-101", "vgg-16, resnet-50, small"),
            ("optimizer", "SGD", "sgd, adam, rmsprop, adadelta"),
            ("image_shape", "299", "a whole number from 300 to 4096"),
            ("epochs", "0", "a whole number from 1"),
            ("epochs", "99999999999999999999", "a whole number from 1"),
            ("lr_scheduler_step", "20,10", "epochs in rising order with commas between"),
            ("lr_scheduler_step", "0", "epochs in rising order with commas between"),
            ("freeze_layer_pattern", "(", "a regular expression"),
            ("early_stopping", "yes", "True or False"),
            ("num_classes", "0", "a whole number from 1 to 65536"),
        ])
    func outOfRange(name: String, text: String, range: String) {
        var values = ["num_classes": "20"]
        values[name] = text
        let error = #expect(throws: HyperparameterError.self) { try Hyperparameters(values) }
        #expect(error?.name == name)
        #expect(error?.reason.contains("expected \(range)") == true)
        #expect(error?.reason.contains("'\(text)'") == true)
    }

    @Test("a name there is not is refused by name, and the number of classes is required")
    func names() {
        let unknown = #expect(throws: HyperparameterError.self) {
            try Hyperparameters(["num_classes": "1", "learning-rate": "0.1"])
        }
        #expect(unknown?.name == "learning-rate")
        let missing = #expect(throws: HyperparameterError.self) { try Hyperparameters([:]) }
        #expect(missing?.name == "num_classes")
    }

    @Test("steps are epochs, and a pattern freezes the names that begin with a match")
    func stepsAndPatterns() throws {
        let parameters = try Hyperparameters([
            "num_classes": "1", "lr_scheduler_step": "3, 6",
            "freeze_layer_pattern": "conv1_|conv2_",
        ])
        #expect(parameters.learningRateSteps == [3, 6])
        #expect(
            parameters.frozenNames(of: ["conv1_1_weight", "conv2_2_bias", "xconv1_1_weight"])
                == ["conv1_1_weight", "conv2_2_bias"])
    }
}
