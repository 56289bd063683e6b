/// Two photos with a cat and a dog, the same data set in every form, and predictions about it.
struct EvaluationFolder {
    let directory = TemporaryDirectory()

    init() throws {
        for (form, folder) in [("voc", "voc/JPEGImages"), ("channels", "channels/train")] {
            for name in ["a", "b"] { try directory.writeImage("\(folder)/\(name).jpg") }
            if form == "voc" { try writePascalVOC() }
        }
        for name in ["a", "b"] { try directory.writeImage("flat/\(name).jpg") }
        try writeJSON(to: "channels/train_annotation")
        try writeJSON(to: "flat")
        try writeManifest()
        try directory.write(
            #"{"prediction": [[7, 0.9, 0.125, 0.25, 0.5, 0.75]]}"#, to: "predictions/a.json")
        try directory.write(
            """
            {"image_size": [{"width": 64, "height": 48, "depth": 3}], "annotations": [\
            {"class_id": 11, "score": 0.4, "left": 40, "top": 2, "width": 20, "height": 30},\
            {"class_id": 11, "score": 0.8, "left": 2, "top": 4, "width": 30, "height": 20}]}
            """, to: "predictions/b.json")
    }

    func path(_ name: String) -> String { directory.path + "/" + name }

    /// Class, left, top, width and height of the one object of each photo.
    private static let objects = [
        ("a", "cat", 7, 8, 12, 24, 24), ("b", "dog", 11, 2, 4, 30, 20),
    ]

    private func writePascalVOC() throws {
        for (name, label, _, left, top, width, height) in Self.objects {
            try directory.write(
                """
                <annotation><size><width>64</width><height>48</height></size>
                <object><name>\(label)</name><bndbox><xmin>\(left + 1)</xmin><ymin>\(top + 1)</ymin>
                <xmax>\(left + width)</xmax><ymax>\(top + height)</ymax></bndbox></object>
                </annotation>
                """, to: "voc/Annotations/\(name).xml")
        }
    }

    private func writeJSON(to folder: String) throws {
        for object in Self.objects {
            try directory.write(
                """
                {"file": "\(object.0).jpg", \(Self.annotation(object)), "categories": []}
                """, to: "\(folder)/\(object.0).json")
        }
    }

    private func writeManifest() throws {
        let lines = Self.objects.map { object in
            """
            {"source-ref": "s3://bucket/voc/JPEGImages/\(object.0).jpg", "labels": \
            {\(Self.annotation(object))}, "labels-metadata": {"class-map": \
            {"\(object.2)": "\(object.1)"}}}

            """
        }
        try directory.write(lines.joined(), to: "manifest.jsonl")
    }

    private static func annotation(
        _ object: (String, String, Int, Int, Int, Int, Int)
    ) -> String {
        """
        "image_size": [{"width": 64, "height": 48, "depth": 3}], "annotations": [{"class_id": \
        \(object.2), "left": \(object.3), "top": \(object.4), "width": \(object.5), "height": \
        \(object.6)}]
        """
    }
}
