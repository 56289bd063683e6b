/// The classes of a detector or a flow, in the order of their class ids.
package struct LabelMap: Hashable, Sendable {
    package let names: [String]

    /// A map whose class ids are the positions of `names`.
    package init(_ names: [String]) {
        self.names = names
    }

    /// The name of a class id, or nil when there is no such class.
    package func name(ofClass id: Int) -> String? {
        names.indices.contains(id) ? names[id] : nil
    }

    /// The class id of a name, or nil when it is not one of the classes.
    package func classID(of name: String) -> Int? {
        names.firstIndex(of: name)
    }

    /// The 20 classes of PASCAL VOC, in the order of SageMaker's object-detection examples.
    package static let pascalVOC = LabelMap([
        "aeroplane", "bicycle", "bird", "boat", "bottle", "bus", "car", "cat", "chair", "cow",
        "diningtable", "dog", "horse", "motorbike", "person", "pottedplant", "sheep", "sofa",
        "train", "tvmonitor",
    ])
}
