import Annotations
import Foundation
import HumanReview
import ReviewStore
import Testing

/// Workspaces of the same classes that data sets are imported into and exported from, by the built
/// program.
struct ExchangeFolder {
    let files = TemporaryDirectory()

    init(classes: [String]) throws {
        try files.write(classes.map { $0 + "\n" }.joined(), to: "labels.txt")
    }

    func path(_ name: String) -> String { files.path + "/" + name }

    /// Makes an empty workspace.
    func makeWorkspace(_ name: String) throws {
        let made = try Program.run("init", path(name), "--labels", path("labels.txt"))
        #expect(made.status == 0, "\(made.errors)")
    }

    /// Runs a command on a workspace that succeeds.
    @discardableResult
    func run(_ workspace: String, _ arguments: String...) throws -> Program {
        let program = try Program.run(
            executable: Program.path, arguments: ["-C", path(workspace)] + arguments,
            in: files.path)
        #expect(program.status == 0, "\(arguments): \(program.errors)")
        return program
    }

    func store(_ workspace: String) throws -> SQLiteReviewStore {
        try SQLiteReviewStore(workspace: try #require(Workspace.at(path(workspace))))
    }

    /// The boxes of every answered image, by the name of its file.
    func answers(_ workspace: String) throws -> [String: [LabeledBox]] {
        var answers: [String: [LabeledBox]] = [:]
        try store(workspace).forEachFinalAnswer { final in
            let name = URL(fileURLWithPath: final.image.path).lastPathComponent
            answers[name] = final.answer.boxes
        }
        return answers
    }

    /// The classes of the photos that `writePhotos` makes.
    static let photoClasses = ["cat", "dining table", "no"]

    /// Writes to `voc` three photos of 64×48 in two directories, two of them of one name, annotated for VOC.
    func writePhotos() throws {
        for (seed, (name, objects)) in [
            ("a", [("cat", 1, 1, 64, 48), ("no", 7, 8, 7, 8)]), ("b c", []),
            ("d", [("dining table", 10, 20, 30, 40)]),
        ].enumerated() {
            try files.writeImage("voc/JPEGImages/\(name).jpg", seed: UInt8(seed))
            let text = objects.map { label, left, top, right, bottom in
                """
                <object><name>\(label)</name><bndbox><xmin>\(left)</xmin><ymin>\(top)</ymin>\
                <xmax>\(right)</xmax><ymax>\(bottom)</ymax></bndbox></object>
                """
            }
            try files.write(
                """
                <annotation><size><width>64</width><height>48</height></size>\(text.joined())\
                </annotation>
                """, to: "voc/Annotations/\(name).xml")
        }
    }

    /// The boxes of those photos, by the names of their files.
    static let photoBoxes = [
        "a.jpg": [
            LabeledBox(label: "cat", box: BoundingBox(left: 0, top: 0, right: 64, bottom: 48)),
            LabeledBox(label: "no", box: BoundingBox(left: 6, top: 7, right: 7, bottom: 8)),
        ], "b c.jpg": [],
        "d.jpg": [
            LabeledBox(
                label: "dining table", box: BoundingBox(left: 9, top: 19, right: 30, bottom: 40))
        ],
    ]
}
