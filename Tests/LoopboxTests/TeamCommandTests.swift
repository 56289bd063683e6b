import Foundation
import OrderedJSON
import TestSupport
import Testing

/// Workers and teams from the command line, in a workspace of one photo.
@Suite struct TeamCommandTests {
    private let files = TemporaryDirectory()
    private var workspace: String { files.path + "/w" }

    private func make(_ options: String...) throws {
        try files.writeImage("images/a.jpg")
        let made = try Program.run(
            executable: Program.path, arguments: ["init", "w", "--images", "images"] + options,
            in: files.path)
        try #require(made.status == 0, "\(made.errors)")
    }

    private func run(_ arguments: String...) throws -> Program {
        try run(arguments)
    }

    private func run(_ arguments: [String]) throws -> Program {
        try Program.run(executable: Program.path, arguments: ["-C", workspace] + arguments)
    }

    /// Runs the program as another user of the system.
    private func runAsNobody(_ arguments: String...) throws -> Program {
        let script = "exec setpriv --reuid=nobody --clear-groups \"$0\" \"$@\""
        return try Program.run(
            executable: "/bin/sh",
            arguments: ["-c", script, Program.path, "-C", workspace] + arguments)
    }

    private func elements(_ value: JSONValue?) -> [JSONValue] {
        if case .array(let elements)? = value { elements } else { [] }
    }

    /// Loops for a name that is a slip of the pen would never be seen again.
    @Test func loopsForANameNobodyHasAreWarnedOf() throws {
        try make()
        let loops = ["loops", "reassign", "--filter", "state:inprogress", "--to"]
        let known = try run(loops + [NSUserName()])
        #expect(known.status == 0 && known.errors == "")
        let unknown = try run(loops + ["no-such-user"])
        #expect(unknown.status == 0 && unknown.output.contains("1 loop"))
        #expect(unknown.errorLines.count == 1)
        #expect(
            unknown.errors.contains(
                "--to 'no-such-user': no worker 'no-such-user' here, and the machine has no such"))
        #expect(unknown.errors.contains("'loopbox loops undo' takes it back"))
    }

    @Test func whoAddsTheFirstWorkerIsListedAsLead() throws {
        try make()
        #expect(try run("worker").output.hasPrefix("no workers are listed"))
        let added = elements(try run("worker", "add", "ana", "--json").json()["added"])
        #expect(added.map { $0["worker"] } == [.string("ana"), .string(NSUserName())])
        let listed = elements(try run("worker", "list", "--json").json())
        #expect(listed.map { $0["role"] } == [.string("reviewer"), .string("lead")])
        let removed = try run("worker", "remove", NSUserName())
        #expect(removed.status == 1)
        #expect(removed.errors.contains("the only lead"))
    }

    /// The owner of the store may act for others, and what they may not do is refused to them.
    @Test func aReviewerIsRefusedWithTheNamesOfThoseWhoMay() throws {
        try make()
        _ = try run("worker", "add", "ana")
        let lead = NSUserName()
        for arguments in [
            ["worker", "add", "eve"], ["worker", "set", "ana", "--role", "lead"],
            ["team", "create", "street"], ["flow", "set", "--task-count", "2"],
            ["model", "rollback"],
        ] {
            let refused = try run(arguments + ["--worker", "ana"])
            #expect(refused.status == 1, "\(arguments)")
            #expect(
                refused.errors.contains("ana may not ") && refused.errors.contains("ask \(lead)"),
                "\(refused.errors)")
        }
    }

    @Test func teamsAreMadeAndNamedByTheFlow() throws {
        try make("--task-count", "3", "--team", "street")
        let flow = try run("flow", "show", "--json").json()
        #expect(flow["TaskCount"] == .integer(3))
        #expect(flow["team"] == .string("street"))
        _ = try run("worker", "add", "ana")
        #expect(try run("team", "add", "street", "eve").status == 1)
        let team = try run("team", "add", "street", "ana", "--json").json()
        #expect(elements(team["members"]).contains(.string("ana")))
        #expect(try run("team", "delete", "street").errors.contains("object-detection"))
        #expect(try run("flow", "set", "--any-team", "--task-count", "1").status == 0)
        #expect(try run("team", "delete", "street").status == 0)
        #expect(try run("flow", "set", "--task-count", "4").status == 2)
        #expect(try run("team", "create", "No Name").status == 2)
    }

    /// Another user of the system, who is not the owner of the store, is nobody but themselves.
    @Test(
        "Only the owner of the store and root act for others",
        .enabled(if: Requirement.isMet(geteuid() == 0)))
    func onlyTheOwnerActsForOthers() throws {
        try make()
        _ = try run("worker", "add", "ana")
        _ = try Program.run(executable: "/bin/chmod", arguments: ["-R", "a+rwX", files.path])
        let refused = try runAsNobody("status", "--worker", "ana")
        #expect(refused.status == 2)
        #expect(refused.errors.contains("you are nobody; only root"), "\(refused.errors)")
        let own = try runAsNobody("worker", "add", "eve")
        #expect(own.errors.contains("nobody may not change workers and teams"), "\(own.errors)")
    }

    /// Two users who share nothing but a group, each with a umask that keeps all others out.
    @Test(
        "Members of the group write in a shared workspace, whatever their umask",
        .enabled(if: Requirement.isMet(geteuid() == 0)))
    func membersOfTheGroupWriteInASharedWorkspace() throws {
        try files.writeImage("images/a.jpg")
        try files.writeImage("more/b.jpg", seed: 1)
        _ = try Program.run(executable: "/bin/chmod", arguments: ["-R", "a+rX", files.path])
        func run(as user: String, _ arguments: String...) throws -> Program {
            let script = "umask 077; cd \"$1\"; shift; exec \(user) \"$0\" \"$@\""
            return try Program.run(
                executable: "/bin/sh",
                arguments: ["-c", script, Program.path, files.path] + arguments)
        }
        let nobody = "setpriv --reuid=nobody --regid=nogroup --clear-groups"
        let made = try run(as: "", "init", "w", "--images", "images", "--group", "nogroup")
        #expect(made.status == 0, "\(made.errors)")
        let added = try run(as: nobody, "-C", "w", "add", "more")
        #expect(added.output.contains("1 image added"), "\(added.everything)")
        let told = try run(as: "", "-C", "w", "doctor")
        #expect(told.status == 0, "\(told.everything)")
        #expect(told.output.contains("group nogroup"))
    }

    @Test func doctorNamesEveryWrongMode() throws {
        try make("--group", try groupName())
        #expect(try run("doctor").status == 0)
        let models = workspace + "/.loopbox"
        #expect(chmod(models, 0o755) == 0)
        #expect(chmod(models + "/store.sqlite", 0o600) == 0)
        let told = try run("doctor")
        #expect(told.status == 1)
        // One a line, and none of what SQLite makes beside the store while it is examined.
        let findings = [
            "\(models): mode 755: members cannot make files in it that stay the group's; "
                + "chmod g+rwxs '\(models)'",
            "\(models)/store.sqlite: mode 600: members cannot write it; "
                + "chmod g+rw '\(models)/store.sqlite'",
        ]
        let lines = told.output.split(separator: "\n").map(String.init)
        let title = try #require(lines.firstIndex(of: "  modes"))
        #expect(lines[(title + 1)...] == findings.map { "    " + $0 }[...])
        #expect(told.errorLines.count == 1)
        #expect(told.errors.contains("2 wrong modes or groups"))
        let report = try run("doctor", "--json").json()
        #expect(report["workspace"]?["modes"] == .array(findings.map(JSONValue.string)))
    }

    private func groupName() throws -> String {
        try #require(getgrgid(getegid()).map { String(cString: $0.pointee.gr_name) })
    }
}
