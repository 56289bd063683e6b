import OrderedJSON
import Testing

/// What the model commands print for programs.
@Suite struct ModelCommandTests {
    private let files = TemporaryDirectory()

    @Test func importsDeploymentsAndRollbacksAreToldInJSON() throws {
        for (name, seed) in [("a", 1), ("b", 2)] {
            try UntrainedModel.write(to: files.path + "/\(name).tar.gz", seed: UInt64(seed))
        }
        #expect(try Program.run("init", "w", in: files.path).status == 0)
        let first = try run("import", "a.tar.gz", "--deploy")
        #expect(first["name"] == .string("v1"))
        #expect(first["inService"] == .bool(true))
        #expect(first["wasKnown"] == .bool(false))
        #expect(try run("import", "a.tar.gz")["wasKnown"] == .bool(true))
        #expect(try run("import", "b.tar.gz")["inService"] == .bool(false))
        let deployment = try run("deploy", "v2")
        #expect(deployment["model"] == .string("v2"))
        #expect(deployment["kind"] == .string("deploy"))
        let rollback = try run("rollback")
        #expect(rollback["model"] == .string("v1"))
        #expect(rollback["kind"] == .string("rollback"))
        #expect(rollback["number"] == .integer(3))
    }

    private func run(_ arguments: String...) throws -> JSONValue {
        let run = try Program.run(
            executable: Program.path,
            arguments: ["-C", "w", "--worker", "ana", "model"] + arguments + ["--json"],
            in: files.path)
        #expect(run.status == 0, "\(run.errors)")
        return try run.json()
    }
}
