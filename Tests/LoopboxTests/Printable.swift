extension String {
    /// Whether a terminal would show every byte and obey none but line feeds.
    var isPrintable: Bool {
        unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control }
    }
}
