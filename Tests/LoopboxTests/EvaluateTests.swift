import Foundation
import OrderedJSON
import Testing
import TestSupport

@Suite struct EvaluateTests {
    /// Pascal VOC's measure in plain Python, from the files to the numbers.
    private static let oracle = """
        import glob, json, os, sys
        import xml.etree.ElementTree as tree
        folder, metric = sys.stdin.read().split()
        names = ("aeroplane bicycle bird boat bottle bus car cat chair cow diningtable dog horse "
                 "motorbike person pottedplant sheep sofa train tvmonitor").split()
        def overlap(a, b):
            w = min(a[2], b[2]) - max(a[0], b[0])
            h = min(a[3], b[3]) - max(a[1], b[1])
            if w <= 0 or h <= 0: return 0.0
            area = lambda c: (c[2] - c[0]) * (c[3] - c[1])
            return w * h / (area(a) + area(b) - w * h)
        rows, counts = {n: [] for n in names}, dict.fromkeys(names, 0)
        for file in sorted(glob.glob(folder + "/Annotations/*.xml")):
            root = tree.parse(file).getroot()
            width, height = (float(root.find("size/" + k).text) for k in ("width", "height"))
            truths = []
            for o in root.iter("object"):
                box = [float(o.find("bndbox/" + k).text) for k in ("xmin", "ymin", "xmax", "ymax")]
                truths.append([o.find("name").text, [box[0] - 1, box[1] - 1, box[2], box[3]], False])
            if not truths: continue
            for name, _, _ in truths: counts[name] += 1
            stem = os.path.splitext(os.path.basename(file))[0]
            with open(folder + "/Predictions/" + stem + ".json") as f:
                found = json.load(f)["prediction"]
            for c, score, x0, y0, x1, y1 in sorted(found, key=lambda r: -r[1]):
                name, box = names[int(c)], [x0 * width, y0 * height, x1 * width, y1 * height]
                same = [t for t in truths if t[0] == name]
                best = max(same, key=lambda t: overlap(box, t[1]), default=None)
                right = best is not None and overlap(box, best[1]) > 0.5 and not best[2]
                if right: best[2] = True
                rows[name].append((score, right))
        result = {}
        for name in names:
            if not rows[name] and not counts[name]: continue
            right = wrong = 0
            curve = []
            for score, hit in sorted(rows[name], key=lambda r: -r[0]):
                right, wrong = right + hit, wrong + (not hit)
                curve.append((right / counts[name] if counts[name] else 0.0, right / (right + wrong)))
            if metric == "voc07":
                ap = sum(max([p for r, p in curve if r >= t * 0.1], default=0) for t in range(11)) / 11
            else:
                ap, before = 0.0, 0.0
                for i, (recall, _) in enumerate(curve):
                    ap += (recall - before) * max(p for _, p in curve[i:])
                    before = recall
            result[name] = {"ap": ap, "truths": counts[name], "detections": len(rows[name])}
        print(json.dumps(result))
        """

    @Test(
        .enabled(if: Requirement.isMet(SharedPhotos.isPresent && Python.isPresent)),
        arguments: ["voc07", "area"])
    func equalsAnIndependentMeasureOnPhotos(metric: String) throws {
        let expected = try JSONParser().parse(
            try Python.run(Self.oracle, input: "\(SharedPhotos.indoor) \(metric)"))
        let run = try Program.run(
            "evaluate", "--predictions", SharedPhotos.indoor + "/Predictions", "--data",
            SharedPhotos.indoor, "--metric", metric, "--json")
        #expect(run.status == 0)
        let result = try run.json()
        #expect(result["metric"] == .string(metric))
        guard case .object(let theirs) = expected, case .object(let ours) = result["classes"] else {
            return #expect(Bool(false), "no classes")
        }
        #expect(ours.map(\.name) == theirs.map(\.name))
        var sum = 0.0
        for (own, other) in zip(ours, theirs) {
            let precision = try #require(number(other.value["ap"]))
            #expect(abs(try #require(number(own.value["ap"])) - precision) < 1e-6)
            #expect(own.value["truths"] == other.value["truths"])
            #expect(own.value["detections"] == other.value["detections"])
            sum += precision
        }
        let mean = try #require(number(result["mAP"]))
        #expect(abs(mean - sum / Double(theirs.count)) < 1e-6)
    }

    @Test func measuresAllFormsOfADataSetAlike() throws {
        let folder = try EvaluationFolder()
        for data in [
            "manifest.jsonl", "voc", "channels", "flat", "coco",
            "coco/annotations/instances_val2017.json",
            "yolo", "yolo/data.yaml",
        ] {
            let run = try Program.run(
                "evaluate", "--predictions", folder.path("predictions"), "--data",
                folder.path(data), "--json")
            #expect(run.status == 0, "\(data): \(run.errors)")
            let result = try run.json()
            #expect(result["classes"]?["cat"]?["ap"] == .number(1), "\(data)")
            // Both forms of a response are there: the dog's box is right, the second one wrong.
            #expect(result["classes"]?["dog"]?["truths"] == .integer(1), "\(data)")
            #expect(result["classes"]?["dog"]?["detections"] == .integer(2), "\(data)")
        }
    }

    @Test func theTableNamesClassesAndMean() throws {
        let folder = try EvaluationFolder()
        let run = try Program.run(
            "evaluate", "--predictions", folder.path("predictions"), "--data", folder.path("voc"))
        let lines = run.output.split(separator: "\n")
        #expect(lines.first?.split(separator: " ") == ["class", "AP", "truths", "detections"])
        #expect(lines.dropFirst().first?.split(separator: " ") == ["cat", "1.0000", "1", "1"])
        #expect(lines.last?.hasPrefix("mAP (voc07)") == true)
    }

    @Test func aBrokenRecordIsNamedWithItsLine() throws {
        let folder = try EvaluationFolder()
        let good = try folder.directory.read("manifest.jsonl")
        try folder.directory.write(good + "{\"source-ref\": 3}\n", to: "broken.jsonl")
        let run = try Program.run(
            "evaluate", "--predictions", folder.path("predictions"), "--data",
            folder.path("broken.jsonl"))
        #expect(run.status == 1)
        #expect(run.errors.contains("broken.jsonl:3: 'source-ref'"))
        #expect(run.errorLines.count == 1)
    }

    @Test func aMapOfOtherClassesIsRefused() throws {
        let folder = try EvaluationFolder()
        try folder.directory.write("dog\ncat\n", to: "labels.txt")
        let run = try Program.run(
            "evaluate", "--predictions", folder.path("predictions"), "--data",
            folder.path("manifest.jsonl"), "--labels", folder.path("labels.txt"))
        #expect(run.status == 1)
        #expect(run.errors.contains("is none of the 2 classes"))
    }

    @Test func eitherModelOrPredictions() throws {
        #expect(try Program.run("evaluate", "--data", "/tmp").status == 2)
        #expect(
            try Program.run("evaluate", "--predictions", "/nowhere", "--data", "/tmp").status == 1)
    }

    private func number(_ value: JSONValue?) -> Double? {
        switch value {
        case .integer(let integer): Double(integer)
        case .number(let number): number
        default: nil
        }
    }
}
