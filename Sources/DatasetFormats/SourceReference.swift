/// Where a manifest says that an image is.
package enum SourceReference: Hashable, Sendable {
    /// A path, absolute or relative to the manifest's directory.
    case path(String)
    /// An object that has to have a copy on this machine.
    case s3(bucket: String, key: String)

    /// The reference in a manifest's `source-ref`; nil when it is of no kind that can be read.
    package init?(_ text: String) {
        guard !text.isEmpty, !text.utf8.contains(0) else { return nil }
        if text.hasPrefix("s3://") {
            let parts = text.dropFirst(5).split(separator: "/", maxSplits: 1)
            // An object's key may hold "..", which would lead a copy out of its directory.
            // By scalars: a mark that combines with a slash would hide it.
            guard parts.count == 2,
                !parts[1].unicodeScalars.split(separator: "/").contains(where: {
                    String($0) == ".."
                })
            else { return nil }
            self = .s3(bucket: String(parts[0]), key: String(parts[1]))
        } else if text.hasPrefix("file://") {
            guard let path = Self.path(ofFileURI: text.dropFirst(7)) else { return nil }
            self = .path(path)
        } else {
            guard !text.contains("://") else { return nil }
            self = .path(text)
        }
    }

    /// Where the file may be, the likeliest first, for a manifest in a directory.
    ///
    /// Copies of objects are below `root`, or else beside the manifest: by their keys, by bucket and
    /// key, or by the last part of the key.
    package func candidates(besideManifestIn directory: String, root: String?) -> [String] {
        switch self {
        case .path(let path):
            return path.hasPrefix("/") ? [path] : [directory + "/" + path]
        case .s3(let bucket, let key):
            let base = root ?? directory
            let name = key.split(separator: "/").last.map(String.init) ?? key
            return [base + "/" + key, base + "/" + bucket + "/" + key, base + "/" + name]
        }
    }

    /// The path after `file://`, its host empty or this machine, its octets decoded.
    private static func path(ofFileURI rest: Substring) -> String? {
        guard let slash = rest.firstIndex(of: "/"),
            ["", "localhost"].contains(String(rest[..<slash]))
        else { return nil }
        var bytes: [UInt8] = []
        var encoded = Array(rest[slash...].utf8)[...]
        while let byte = encoded.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = encoded.prefix(2)
            let text = String(decoding: digits, as: UTF8.self)
            guard text.count == 2, text.allSatisfy(\.isHexDigit),
                let octet = UInt8(text, radix: 16), octet != 0
            else { return nil }
            bytes.append(octet)
            encoded = encoded.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
