package import Annotations

/// One image's objects as PASCAL VOC's annotation files hold them (VOC2012 development kit).
package struct PascalVOC: Hashable, Sendable {
    /// The data set the image belongs to, `VOC2007` for instance; not a path.
    package var folder: String
    /// The image's name with its ending, without directories.
    package var filename: String
    /// The size of the raster as it is stored, orientation not applied.
    package var size: PixelSize
    /// Channels a pixel, 3 for a colour image.
    package var depth: Int
    /// Whether the data set holds a segmentation of the image.
    package var isSegmented: Bool
    package var objects: [Object]

    /// An annotation of a colour image.
    package init(
        folder: String, filename: String, size: PixelSize, depth: Int = 3,
        isSegmented: Bool = false, objects: [Object]
    ) {
        self.folder = folder
        self.filename = filename
        self.size = size
        self.depth = depth
        self.isSegmented = isSegmented
        self.objects = objects
    }

    /// One object.
    ///
    /// The file counts pixels from 1 and includes the last, `xmin = left + 1`, `xmax = right`; in
    /// memory a box is half-open as everywhere else.
    package struct Object: Hashable, Sendable {
        package var name: String
        /// `Left`, `Right`, `Frontal`, `Rear` or `Unspecified`.
        package var pose: String
        /// Whether the box does not hold all of the object: an edge or another object cuts it.
        package var isTruncated: Bool
        /// Whether evaluation leaves the object out as hard to recognise.
        package var isDifficult: Bool
        package var box: BoundingBox

        /// An object; what is not known about it is left as labelling tools leave it.
        package init(
            name: String, pose: String = "Unspecified", isTruncated: Bool = false,
            isDifficult: Bool = false, box: BoundingBox
        ) {
            self.name = name
            self.pose = pose
            self.isTruncated = isTruncated
            self.isDifficult = isDifficult
            self.box = box
        }
    }
}
