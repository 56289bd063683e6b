internal import Annotations

extension PascalVOC {
    /// The file's text: UTF-8 XML, two spaces a level, members in the development kit's order.
    ///
    /// Characters that XML 1.0 cannot hold, such as escape, are written as U+FFFD.
    package var xml: String {
        var lines = ["<annotation>"]
        lines += [
            "  <folder>\(Self.escaped(folder))</folder>",
            "  <filename>\(Self.escaped(filename))</filename>", "  <size>",
            "    <width>\(size.width)</width>", "    <height>\(size.height)</height>",
            "    <depth>\(depth)</depth>", "  </size>",
            "  <segmented>\(isSegmented ? 1 : 0)</segmented>",
        ]
        lines += objects.flatMap(Self.lines)
        return (lines + ["</annotation>", ""]).joined(separator: "\n")
    }

    private static func lines(of object: Object) -> [String] {
        [
            "  <object>", "    <name>\(escaped(object.name))</name>",
            "    <pose>\(escaped(object.pose))</pose>",
            "    <truncated>\(object.isTruncated ? 1 : 0)</truncated>",
            "    <difficult>\(object.isDifficult ? 1 : 0)</difficult>", "    <bndbox>",
            "      <xmin>\(object.box.left + 1)</xmin>", "      <ymin>\(object.box.top + 1)</ymin>",
            "      <xmax>\(object.box.right)</xmax>", "      <ymax>\(object.box.bottom)</ymax>",
            "    </bndbox>", "  </object>",
        ]
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            // A parser would turn a plain carriage return into a line feed.
            case "\r": escaped += "&#13;"
            case "\t", "\n": escaped.unicodeScalars.append(scalar)
            case _ where scalar.value < 32 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
                escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
