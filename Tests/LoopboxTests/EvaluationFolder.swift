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
        try writeCOCO()
        try writeYOLO()
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

    /// Category ids with gaps, in another order than the classes'.
    private func writeCOCO() throws {
        let rows = Self.objects.enumerated().map { index, object in
            """
            {"image_id": \(index), "category_id": \(object.1 == "cat" ? 90 : 7), "bbox": \
            [\(object.3), \(object.4), \(object.5), \(object.6)]}
            """
        }
        try directory.write(
            """
            {"annotations": [\(rows.joined(separator: ", "))], "categories": [{"id": 7, "name": "dog"},
            {"id": 90, "name": "cat"}], "images": [
            {"id": 0, "file_name": "a.jpg", "width": 64, "height": 48},
            {"id": 1, "file_name": "b.jpg", "width": 64, "height": 48}]}
            """, to: "coco/annotations/instances_val2017.json")
        for name in ["a", "b"] { try directory.writeImage("coco/val2017/\(name).jpg") }
    }

    private func writeYOLO() throws {
        for (name, label, _, left, top, width, height) in Self.objects {
            try directory.writeImage("yolo/images/val/\(name).jpg")
            let x = (Double(left) + Double(width) / 2) / 64
            let y = (Double(top) + Double(height) / 2) / 48
            try directory.write(
                "\(label == "cat" ? 1 : 0) \(x) \(y) \(Double(width) / 64) \(Double(height) / 48)\n",
                to: "yolo/labels/val/\(name).txt")
        }
        try directory.write(
            "path: .\ntrain: images/train\nval: images/val\nnames: [dog, cat]\n",
            to: "yolo/data.yaml")
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
