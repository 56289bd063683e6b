import Glibc

/// Where the images of a COCO file are.
nonisolated struct COCOImages {
    /// The likeliest first, not empty.
    let directories: [String]

    /// The directories that data sets have them in, beside the file or above it, or only the one given.
    init(file: String, root: String?) {
        if let root {
            directories = [root]
            return
        }
        let beside = FilePath.directory(of: file)
        let above = beside + "/.."
        // `instances_val2017.json` is about the images in `val2017`.
        let split = DirectoryEntries.stem(of: FilePath.name(of: file)).split(separator: "_").last
        let named = split.map { ["/\($0)", "/images/\($0)"] } ?? []
        directories =
            ["/images"].map { above + $0 } + named.map { above + $0 }
            + [beside + "/images", beside, above]
    }

    /// The file of an image, by its whole name or the last part of it; nil when there is none.
    ///
    /// A name that leads out of the directory is none.
    func path(of name: String) -> String? {
        if name.hasPrefix("/") { return access(name, F_OK) == 0 ? name : nil }
        // By scalars: a mark that combines with a slash would hide it.
        guard !name.unicodeScalars.split(separator: "/").contains(where: { String($0) == ".." })
        else { return nil }
        for directory in directories {
            for candidate in [name, FilePath.name(of: name)] {
                let path = directory + "/" + candidate
                if access(path, F_OK) == 0 { return path }
            }
        }
        return nil
    }
}
