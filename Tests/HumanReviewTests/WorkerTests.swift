import HumanReview
import Testing

@Suite struct WorkerTests {
    /// Vectors of FNV-1a's authors.
    @Test(arguments: [
        ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
    ])
    func theIdentifierIsSixteenDigitsOfTheName(name: String, identifier: String) {
        #expect(Worker(name: name).identifier == identifier)
    }

    @Test func leadingZerosAreKept() {
        let identifiers = (0..<2_000).map { Worker(name: "worker \($0)").identifier }
        #expect(identifiers.allSatisfy { $0.count == 16 && $0.allSatisfy(\.isHexDigit) })
        #expect(identifiers.contains { $0.hasPrefix("0") })
    }
}
