internal import OrderedJSON

/// The annotation of one image in a file of its own, as SageMaker's image format has it: `file`,
/// `image_size`, `annotations` and optionally `categories`.
package struct ImageAnnotationFile: Hashable, Sendable {
    /// The image, relative to its channel's directory.
    package var file: String
    package var annotation: ObjectAnnotation

    /// The largest file that is read, 16 MiB.
    package static let mostBytes = 16 << 20

    /// Reads a file that errors call `source`.
    ///
    /// - Throws: ``DatasetFormatError`` naming the line where JSON ends to be JSON, or the member.
    package init(contentsOf bytes: [UInt8], source: String) throws(DatasetFormatError) {
        do {
            let value = try JSONParser(maximumDepth: 16, maximumBytes: Self.mostBytes).parse(bytes)
            guard case .string(let file) = value["file"], !file.isEmpty else {
                throw ObjectAnnotationReader.Fault(reason: "'file' does not name the image")
            }
            self.file = file
            annotation = try ObjectAnnotationReader.annotation(in: value)
            annotation.classNames = try ObjectAnnotationReader.categories(in: value["categories"])
        } catch let error as JSONParsingError {
            throw DatasetFormatError(
                source: source, line: error.line, reason: "not JSON: \(error.reason)")
        } catch let fault as ObjectAnnotationReader.Fault {
            throw DatasetFormatError(source: source, line: 1, reason: fault.reason)
        } catch {
            throw DatasetFormatError(source: source, line: 1, reason: "\(error)")
        }
    }
}
