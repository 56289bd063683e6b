import Annotations
import Testing

@testable import DatasetFormats
import TestSupport

@Suite struct PascalVOCTests {
    static let sample = PascalVOC(
        folder: "Samples", filename: "a<b>&\"c\".jpg", size: PixelSize(width: 640, height: 480),
        objects: [
            PascalVOC.Object(
                name: "dining & table", pose: "Left", isTruncated: true,
                box: BoundingBox(left: 0, top: 0, right: 640, bottom: 480)),
            PascalVOC.Object(
                name: "猫\tcat", isDifficult: true,
                box: BoundingBox(left: 9, top: 19, right: 10, bottom: 20)),
        ])

    @Test func roundTripKeepsEveryMember() throws {
        #expect(try PascalVOC(contentsOf: Array(Self.sample.xml.utf8)) == Self.sample)
    }

    @Test func pixelsAreCountedFromOneAndInclusive() {
        let xml = Self.sample.xml
        #expect(
            xml.contains(
                "<xmin>1</xmin>\n      <ymin>1</ymin>\n      <xmax>640</xmax>\n      <ymax>480</ymax>"
            ))
        #expect(
            xml.contains(
                "<xmin>10</xmin>\n      <ymin>20</ymin>\n      <xmax>10</xmax>\n      <ymax>20</ymax>"
            ))
    }

    @Test func everyBoxSurvivesToThePixel() throws {
        var boxes: [BoundingBox] = []
        for left in [0, 1, 7, 638] {
            for right in [left + 1, left + 2, 640] where right > left {
                boxes.append(BoundingBox(left: left, top: left / 2, right: right, bottom: 480))
            }
        }
        var annotation = Self.sample
        annotation.objects = boxes.map { PascalVOC.Object(name: "cat", box: $0) }
        let again = try PascalVOC(contentsOf: Array(annotation.xml.utf8))
        #expect(again.objects.map(\.box) == boxes)
    }

    /// The layout of the development kit's own files, tabs and all.
    @Test func readsADevelopmentKitFile() throws {
        let text = """
            <annotation>
            \t<folder>VOC2012</folder>
            \t<filename>2007_000027.jpg</filename>
            \t<source>
            \t\t<database>The VOC2007 Database</database>
            \t</source>
            \t<size><width>486</width><height>500</height><depth>3</depth></size>
            \t<segmented>1</segmented>
            \t<object>
            \t\t<name>person</name>
            \t\t<pose>Unspecified</pose>
            \t\t<truncated>0</truncated>
            \t\t<difficult>0</difficult>
            \t\t<bndbox><xmin>174</xmin><ymin>101</ymin><xmax>349</xmax><ymax>351</ymax></bndbox>
            \t\t<part><name>head</name><bndbox><xmin>1</xmin></bndbox></part>
            \t</object>
            </annotation>
            """
        let annotation = try PascalVOC(contentsOf: Array(text.utf8))
        #expect(annotation.isSegmented && annotation.folder == "VOC2012")
        #expect(annotation.size == PixelSize(width: 486, height: 500))
        #expect(
            annotation.objects == [
                PascalVOC.Object(
                    name: "person", box: BoundingBox(left: 173, top: 100, right: 349, bottom: 351))
            ])
    }

    @Test(arguments: [
        ("<annotation/>", "1: <annotation> has no <size>"),
        ("<annotations/>", "1: the root is <annotations>"),
        ("<annotation><size><width>3</width><height>0</height></size></annotation>", "<height> m"),
        ("<annotation>\n<size><width>ten</width></size></annotation>", "2: <width> is 'ten'"),
        ("<annotation><size><width>nan</width></size></annotation>", "is 'nan', not a number"),
        ("<annotation><size><width>1e99</width></size></annotation>", "is '1e99', not a number"),
    ])
    func errorsNameLineAndMember(text: String, expected: String) throws {
        let raised = #expect(throws: DatasetFormatError.self) {
            try PascalVOC(contentsOf: Array(text.utf8), source: "x.xml")
        }
        #expect(raised?.description.contains(expected) == true, "\(String(describing: raised))")
    }

    @Test(arguments: [("5", "4"), ("6", "5"), ("0.2", "-3")])
    func reversedBoxesAreRefused(least: String, most: String) {
        let text = """
            <annotation><size><width>9</width><height>9</height></size><object><name>cat</name>
            <bndbox><xmin>\(least)</xmin><ymin>1</ymin><xmax>\(most)</xmax><ymax>9</ymax></bndbox>
            </object></annotation>
            """
        #expect(throws: DatasetFormatError.self) {
            try PascalVOC(contentsOf: Array(text.utf8), source: "x.xml")
        }
    }

    /// Another reader of XML sees the same text.
    @Test(.enabled(if: Requirement.isMet(Python.isPresent), "python3 is not installed"))
    func pythonReadsTheSameNames() throws {
        let program = """
            import sys, xml.etree.ElementTree as E
            r = E.fromstring(sys.stdin.buffer.read())
            print(ascii(r.find('filename').text))
            for o in r.iter('object'):
                print(ascii(o.find('name').text), [int(v.text) for v in o.find('bndbox')])
            """
        let lines = try Python.run(program, input: Self.sample.xml).split(separator: "\n")
        #expect(
            lines == [
                #"'a<b>&"c".jpg'"#, "'dining & table' [1, 1, 640, 480]",
                #"'\u732b\tcat' [10, 20, 10, 20]"#,
            ])
    }
}
