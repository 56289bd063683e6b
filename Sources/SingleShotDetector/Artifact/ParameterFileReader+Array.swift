internal import NeuralNetwork

/// What stands before an array's shape.
private enum ArrayVersion {
    /// Without a mark: the first number is how many extents of 4 bytes follow.
    case legacy(axes: Int)
    case first, second
    /// Written where a scalar has no axes and an unknown shape -1.
    case third

    init(mark: UInt32) {
        self =
            switch mark {
            case 0xF993_FAC8: .first
            case 0xF993_FAC9: .second
            case 0xF993_FACA: .third
            default: .legacy(axes: Int(mark))
            }
    }
}

extension ParameterFileReader where Source: ~Copyable {
    /// More axes than any parameter has.
    private static var mostAxes: Int { 8 }

    /// The next array; nil for one without a shape.
    mutating func array(_ index: Int) throws(ArtifactError) -> Tensor? {
        let version = ArrayVersion(mark: try source.integer("array \(index)"))
        guard let shape = try shape(version, index) else { return nil }
        _ = try source.integer("the device of array \(index)", as: UInt64.self)
        let code: Int32 = try source.integer("the type of array \(index)")
        guard let type = ElementType(rawValue: code) else {
            throw source.error("array \(index) has elements of the unknown type \(code)")
        }
        guard let count = Tensor.count(of: shape), count <= source.remaining / type.size else {
            throw source.error(
                "array \(index) has the shape \(shape), too large for the \(source.remaining) bytes left"
            )
        }
        return Tensor(shape: shape, elements: try elements(count, type, index))
    }

    /// Nil where an array ends with its shape, having none.
    private mutating func shape(
        _ version: ArrayVersion, _ index: Int
    ) throws(ArtifactError) -> [Int]? {
        let what = "the shape of array \(index)"
        switch version {
        case .legacy(let axes):
            return axes == 0 ? nil : try extents(axes, UInt32.self, index)
        case .first:
            let axes: UInt32 = try source.integer(what)
            return axes == 0 ? nil : try extents(Int(axes), Int64.self, index)
        case .second, .third:
            let storage: Int32 = try source.integer("the storage of array \(index)")
            guard storage == 0 else {
                throw source.error(
                    "array \(index) is sparse (storage \(storage)): save it as a dense one")
            }
            let axes: Int32 = try source.integer(what)
            if case .third = version, axes == -1 { return nil }
            if case .second = version, axes == 0 { return nil }
            return try extents(Int(axes), Int64.self, index)
        }
    }

    private mutating func extents<Extent: FixedWidthInteger>(
        _ axes: Int, _ type: Extent.Type, _ index: Int
    ) throws(ArtifactError) -> [Int] {
        guard (0...Self.mostAxes).contains(axes) else {
            throw source.error("array \(index) has \(axes) axes: expected 0 to \(Self.mostAxes)")
        }
        var shape: [Int] = []
        for _ in 0..<axes {
            let extent: Extent = try source.integer("the shape of array \(index)")
            guard let extent = Int(exactly: extent), extent >= 0 else {
                throw source.error("array \(index) has an extent of \(extent)")
            }
            shape.append(extent)
        }
        return shape
    }

    private mutating func elements(
        _ count: Int, _ type: ElementType, _ index: Int
    ) throws(ArtifactError) -> [Float] {
        guard type == .float32 else { return try converted(count, type, index) }
        var failure: ArtifactError?
        let elements = [Float](unsafeUninitializedCapacity: count) { buffer, filled in
            do throws(ArtifactError) {
                try source.fill(
                    UnsafeMutableRawBufferPointer(
                        rebasing: UnsafeMutableRawBufferPointer(buffer)[..<(count * 4)]))
                filled = count
            } catch { failure = error }
        }
        if let failure { throw failure }
        return elements
    }

    /// Numbers of another type, a piece at a time.
    private mutating func converted(
        _ count: Int, _ type: ElementType, _ index: Int
    ) throws(ArtifactError) -> [Float] {
        let piece = 1 << 16
        var elements: [Float] = []
        elements.reserveCapacity(count)
        while elements.count < count {
            let bytes = try source.bytes(
                min(piece, count - elements.count) * type.size, "array \(index)")
            bytes.withUnsafeBytes { type.convert($0, to: &elements) }
        }
        return elements
    }
}
