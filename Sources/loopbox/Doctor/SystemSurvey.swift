import ArgumentParser
import Glibc
import OrderedJSON
import ReviewStore

/// Looks at the machine, the locale and the libraries the program runs with.
nonisolated enum SystemSurvey {
    private static let libraries = [
        "libncursesw", "libtinfo", "libturbojpeg", "libsqlite3", "libc.",
    ]
    private static let unknown = "see its file's name below: the library does not tell"

    /// What there is.
    static func report() -> JSONValue {
        let loaded = LoadedLibraries()
        let curses = loaded.version(in: "libtinfo", after: "ncurses ")
        let jpeg = loaded.version(in: "libturbojpeg", after: "libjpeg-turbo version ")
        return .object([
            .init("loopbox", .string(Loopbox.configuration.version)),
            .init("kernel", .string(kernel)),
            .init("cores", .count(Int(sysconf(CInt(_SC_NPROCESSORS_ONLN))))),
            .init("locale", .string(locale)),
            .init("character set", .string(characterSet)),
            .init("SQLite", SQLiteLibrary.version.map(JSONValue.string) ?? .null),
            .init("ncurses", .string(curses ?? unknown)),
            .init("libjpeg-turbo", .string(jpeg ?? unknown)),
            .init(
                "libraries",
                .array(loaded.names(beginningWith: libraries).map(JSONValue.string))),
        ])
    }

    private static var kernel: String {
        var name = utsname()
        guard uname(&name) == 0 else { return "unknown" }
        return [text(&name.sysname), text(&name.release), text(&name.machine)]
            .joined(separator: " ")
    }

    private static func text<Characters>(_ characters: inout Characters) -> String {
        withUnsafeBytes(of: &characters) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    /// The first of the variables that decide it, as setlocale(3) reads them.
    private static var locale: String {
        for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
            guard let value = getenv(variable), value.pointee != 0 else { continue }
            return "\(variable)=\(String(cString: value))"
        }
        return "none set"
    }

    private static var characterSet: String {
        guard setlocale(LC_CTYPE, "") != nil, let name = nl_langinfo(nl_item(CODESET)) else {
            return "unknown, the locale is not installed"
        }
        return String(cString: name)
    }
}
