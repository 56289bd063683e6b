/// A person who answers tasks; the name is the Unix user's unless another was given.
package struct Worker: Hashable, Sendable {
    package let name: String

    /// A worker of a name.
    package init(name: String) { self.name = name }

    /// The 16 hexadecimal digits A2I's output names a worker by: FNV-1a (64 bits) of the name, so that
    /// it is the same in every workspace.
    package var identifier: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
