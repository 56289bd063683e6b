import Foundation

/// The `python3` of the search path, an oracle for formats; tests that need it skip where it is absent.
package enum Python {
    /// Whether there is one.
    package static let isPresent = bytes("print(1)") == Array("1\n".utf8)

    /// Whether it has Pillow (Debian's python3-pil, or `pip install pillow`).
    package static let hasPillow = bytes("import PIL") != nil

    /// Whether it has SciPy, an oracle for statistics (`pip install scipy`).
    package static let hasSciPy = bytes("import scipy.stats") != nil

    /// Whether it has MXNet, which reads and trains the same models (`pip install mxnet==1.9.1 'numpy<2'`).
    package static let hasMXNet = bytes("import numpy as np; np.bool = bool; import mxnet") != nil

    /// Whether it has COCO's own reader and judge (`pip install pycocotools`).
    package static let hasCOCO = bytes("import pycocotools.coco") != nil

    /// Whether it has the sources of torchvision (`pip install --no-deps torchvision`).
    package static let hasTorchvision =
        bytes(
            "import importlib.util as i, PIL; assert i.find_spec('torchvision')") != nil

    /// Whether it has PyYAML (`pip install pyyaml`).
    package static let hasYAML = bytes("import yaml") != nil

    /// What a program prints that is given `input`; when it fails, with what it says of that.
    package static func run(_ program: String, input: String) throws -> String {
        let run = ProgramRun(["python3", "-c", program], input: input, errorsApart: true)
        return run.status == 0 ? run.text : run.text + String(decoding: run.errors, as: UTF8.self)
    }

    /// What a program prints, or nil when it fails.
    package static func bytes(_ program: String) -> [UInt8]? {
        let run = ProgramRun(["python3", "-c", program], errorsApart: true)
        return run.status == 0 ? run.output : nil
    }
}
