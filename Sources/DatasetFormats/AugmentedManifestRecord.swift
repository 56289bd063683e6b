internal import OrderedJSON

/// A line of an augmented manifest, read: where its image is and what is on it.
package struct AugmentedManifestRecord: Hashable, Sendable {
    package var source: SourceReference
    /// The member the annotation came from.
    package var attribute: String
    /// Its class names are those of the metadata's `class-map`.
    package var annotation: ObjectAnnotation

    /// The longest line that is read, 16 MiB.
    package static let mostBytes = 16 << 20

    /// Reads a line.
    ///
    /// - Parameters:
    ///   - bytes: the line without its line feed.
    ///   - number: its number in the file, from 1.
    ///   - file: what an error calls the manifest.
    ///   - attribute: the label attribute; nil finds the only member that has both `annotations` and
    ///     `image_size`.
    /// - Throws: ``DatasetFormatError`` naming the line and the member.
    package init(
        line bytes: [UInt8], number: Int, file: String, attribute: String? = nil
    ) throws(DatasetFormatError) {
        do {
            let value = try JSONParser(maximumDepth: 16, maximumBytes: Self.mostBytes).parse(bytes)
            source = try Self.source(of: value)
            let name = try attribute ?? Self.attribute(of: value)
            guard let member = value[name] else {
                throw ObjectAnnotationReader.Fault(reason: "there is no '\(name)'")
            }
            self.attribute = name
            annotation = try ObjectAnnotationReader.annotation(in: member, path: name + ".")
            annotation.classNames = try ObjectAnnotationReader.classMap(
                in: value[name + "-metadata"]?["class-map"], path: name + "-metadata.class-map")
        } catch let error as JSONParsingError {
            throw DatasetFormatError(
                source: file, line: number,
                reason: "not JSON at column \(error.column): \(error.reason)")
        } catch let fault as ObjectAnnotationReader.Fault {
            throw DatasetFormatError(source: file, line: number, reason: fault.reason)
        } catch {
            throw DatasetFormatError(source: file, line: number, reason: "\(error)")
        }
    }

    private static func source(
        of value: JSONValue
    ) throws(ObjectAnnotationReader.Fault) -> SourceReference {
        guard case .string(let text) = value["source-ref"] else {
            throw ObjectAnnotationReader.Fault(reason: "'source-ref' does not name the image")
        }
        guard let source = SourceReference(text) else {
            throw ObjectAnnotationReader.Fault(
                reason: "'source-ref' is no path, file:// URI or s3:// URI")
        }
        return source
    }

    private static func attribute(
        of value: JSONValue
    ) throws(ObjectAnnotationReader.Fault) -> String {
        guard case .object(let members) = value else {
            throw ObjectAnnotationReader.Fault(reason: "not an object")
        }
        let names = members.filter {
            $0.value["annotations"] != nil && $0.value["image_size"] != nil
        }.map(\.name)
        guard let name = names.first else {
            throw ObjectAnnotationReader.Fault(
                reason: "no member has 'annotations' and 'image_size'")
        }
        guard names.count == 1 else {
            throw ObjectAnnotationReader.Fault(
                reason: "'\(name)' and '\(names[1])' are both annotations; name one attribute")
        }
        return name
    }
}
