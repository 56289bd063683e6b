import Glibc

nonisolated extension UserConfiguration {
    /// The user's settings file, or the defaults when there is none.
    ///
    /// - Throws: ``ConfigurationError`` when there is one that cannot be used.
    static func load() throws -> UserConfiguration {
        guard let path = presentPath else { return UserConfiguration() }
        return try UserConfiguration(try text(at: path), source: path)
    }

    /// Where the user's settings file is, or nil when there is none.
    static var presentPath: String? {
        path.flatMap { access($0, F_OK) == 0 ? $0 : nil }
    }

    /// A file's text, for settings and themes: small, regular and UTF-8.
    static func text(at path: String) throws -> String {
        do {
            let bytes = try InputFile.bytes(atPath: path, atMost: 65_536)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw ConfigurationError(path, "not UTF-8 text", "correct or remove the file")
            }
            return text
        } catch let error as InputFile.Problem {
            throw ConfigurationError(path, error.cause, error.nextStep)
        }
    }

    private static var path: String? {
        if let directory = variable("XDG_CONFIG_HOME"), directory.hasPrefix("/") {
            return directory + "/loopbox/config.toml"
        }
        return variable("HOME").map { $0 + "/.config/loopbox/config.toml" }
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
