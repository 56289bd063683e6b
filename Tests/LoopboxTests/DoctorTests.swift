import OrderedJSON
import Testing

@Suite struct DoctorTests {
    private let files = TemporaryDirectory()
    private var workspace: String { files.path + "/w" }

    private func makeWorkspace() throws {
        try files.writeImage("images/a.jpg")
        #expect(try Program.run("init", "w", "--images", "images", in: files.path).status == 0)
    }

    @Test func doctorFindsTheWorkspaceIntact() throws {
        try makeWorkspace()
        let report = try Program.run("doctor", "--json", "-C", workspace).json()
        #expect(report["workspace"]?["integrity"] == .string("ok"))
        #expect(report["workspace"]?["path"] == .string(workspace))
        #expect(report["terminal"]?["asked"] == .string("no, standard input is no terminal"))
        for library in ["SQLite", "ncurses", "libjpeg-turbo"] {
            guard case .string(let version)? = report["system"]?[library] else {
                Issue.record("no \(library)")
                continue
            }
            #expect(version.first?.isNumber == true, "\(library) \(version)")
        }
        #expect(try Program.run("doctor", "-C", workspace).output.contains("  integrity"))
        #expect(try Program.run("doctor", in: files.path).status == 0)
    }

    @Test func doctorFailsOnADamagedStore() throws {
        try makeWorkspace()
        try files.write("no database", to: "w/.loopbox/store.sqlite")
        let told = try Program.run("doctor", "-C", workspace)
        #expect(told.status == 1)
        #expect(told.output.contains("not an intact store"))
        #expect(told.errorLines.count == 1)
    }

    @Test func doctorHonoursTheUsersSettings() throws {
        try files.write("renderer = \"half-blocks\"\nmouse = false\n", to: "loopbox/config.toml")
        let script = "XDG_CONFIG_HOME=\"$1\" exec \"$0\" doctor --json"
        let settings = try Program.run(
            executable: "/bin/sh", arguments: ["-c", script, Program.path, files.path]
        ).json()["settings"]
        #expect(settings?["file"] == .string(files.path + "/loopbox/config.toml"))
        #expect(settings?["renderer"] == .string("half blocks"))
        #expect(settings?["mouse"] == .bool(false))
    }
}
