/// The names of the images in a directory, found by what annotations call them.
nonisolated struct ImageNames {
    private var names: Set<String> = []
    private var namesByStem: [String: String] = [:]

    /// The JPEG files of a directory.
    init(in directory: String) {
        for name in DirectoryEntries.names(in: directory) ?? [] {
            let lowercased = name.lowercased()
            guard lowercased.hasSuffix(".jpg") || lowercased.hasSuffix(".jpeg") else { continue }
            names.insert(name)
            namesByStem[DirectoryEntries.stem(of: name)] = name
        }
    }

    /// The image of a name; an annotation may give it below another directory.
    func name(_ name: String) -> String? {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        return names.contains(last) ? last : nil
    }

    /// The image with this name but for its ending.
    func name(ofStem stem: String) -> String? { namesByStem[stem] }
}
