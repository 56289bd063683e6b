import Foundation
import HumanReview
import Testing

@Suite struct FigureTests {
    @Test(arguments: Figure.allCases) func theREADMEDefinesItInTheSameWords(figure: Figure) throws {
        let readme = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../README.md").standardized
        let text = try String(contentsOf: readme, encoding: .utf8)
        #expect(text.contains("* **\(figure.name)** (\(figure.unit)): \(figure.definition)\n"))
    }

    @Test func noTwoAreCalledAlike() {
        #expect(Set(Figure.allCases.map(\.name)).count == Figure.allCases.count)
    }
}
