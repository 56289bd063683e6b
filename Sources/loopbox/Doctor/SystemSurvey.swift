import ArgumentParser
import Glibc
import OrderedJSON

/// Looks at the machine, the locale and the libraries the program runs with.
nonisolated enum SystemSurvey {
    private static let libraries = [
        "libncursesw", "libtinfo", "libturbojpeg", "libsqlite3", "libc.",
    ]

    /// What there is.
    static func report() -> JSONValue {
        .object([
            .init("loopbox", .string(Loopbox.configuration.version)),
            .init("kernel", .string(kernel)),
            .init("cores", .count(Int(sysconf(CInt(_SC_NPROCESSORS_ONLN))))),
            .init("locale", .string(locale)),
            .init("character set", .string(characterSet)),
            .init("libraries", .array(loadedLibraries.map(JSONValue.string))),
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

    /// The files of the C libraries in memory; their names end in their versions.
    private static var loadedLibraries: [String] {
        guard
            let maps = try? InputFile.bytes(atPath: "/proc/self/maps", atMost: 4 << 20)
        else { return [] }
        let files = String(decoding: maps, as: UTF8.self).split(separator: "\n").compactMap {
            line in
            line.split(separator: "/").last.map { String($0) }
        }
        return Set(files).filter { file in libraries.contains { file.hasPrefix($0) } }.sorted()
    }
}
