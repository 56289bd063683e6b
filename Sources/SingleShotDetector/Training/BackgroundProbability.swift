/// The softmax of class 0 of every anchor.
enum BackgroundProbability {
    private typealias Vector = SIMD16<Float>

    /// From (classCount) rows of logits.
    static func write(
        to probabilities: inout [Float], logits: UnsafePointer<Float>, anchorCount: Int,
        classCount: Int
    ) {
        let width = Vector.scalarCount
        let whole = anchorCount / width * width
        probabilities.withUnsafeMutableBytes { bytes in
            for anchor in stride(from: 0, to: whole, by: width) {
                let rows = UnsafeRawPointer(logits + anchor)
                let value = vector(rows, rowBytes: anchorCount * 4, classCount: classCount)
                bytes.storeBytes(of: value, toByteOffset: anchor * 4, as: Vector.self)
            }
        }
        var rest = [Float](repeating: 0, count: width * classCount)
        for anchor in whole..<anchorCount {
            for row in 0..<classCount {
                rest[row * width + anchor - whole] = logits[row * anchorCount + anchor]
            }
        }
        guard whole < anchorCount else { return }
        let value = rest.withUnsafeBytes { bytes in
            bytes.baseAddress.map { vector($0, rowBytes: width * 4, classCount: classCount) }
        }
        for anchor in whole..<anchorCount { probabilities[anchor] = value?[anchor - whole] ?? 0 }
    }

    private static func vector(_ rows: UnsafeRawPointer, rowBytes: Int, classCount: Int) -> Vector {
        let background = rows.loadUnaligned(as: Vector.self)
        var largest = background
        for row in 1..<max(classCount, 1) {
            let logits = (rows + row * rowBytes).loadUnaligned(as: Vector.self)
            largest.replace(with: logits, where: logits .> largest)
        }
        var sum = Vector.zero
        for row in 0..<classCount {
            let logits = (rows + row * rowBytes).loadUnaligned(as: Vector.self)
            sum += exponential(logits - largest)
        }
        return exponential(background - largest) / sum
    }

    /// e to the power of numbers up to 0, within 2 units in the last place (Cephes' expf).
    @inline(__always)
    private static func exponential(_ exponents: Vector) -> Vector {
        var x = exponents
        x.replace(with: -87.3, where: x .< -87.3)
        // Adding this leaves the nearest integer in the last bits.
        let magic = Vector(repeating: 12_582_912)
        let shifted = x * 1.442_695_04 + magic
        let whole = shifted - magic
        x -= whole * 0.693_359_375
        x += whole * 2.121_944_4e-4
        var power = x * 1.987_569_15e-4 + 1.398_199_95e-3
        power = power * x + 8.333_451_9e-3
        power = power * x + 4.166_579_6e-2
        power = power * x + 1.666_666_55e-1
        power = power * x + 5.000_000_1e-1
        power = power * (x * x) + x + 1
        let bits = unsafeBitCast(shifted, to: SIMD16<Int32>.self) &+ 127
        return power * unsafeBitCast(bits &<< 23, to: Vector.self)
    }
}
