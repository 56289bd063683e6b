internal import OrderedJSON

/// One filter: how many arguments it takes and what it makes of its input.
struct LiquidFilter: Sendable {
    /// A filter's work; the arguments are as many as ``argumentCount`` allows.
    typealias Work = @Sendable (JSONValue, LiquidArguments) throws(LiquidFailure) -> JSONValue

    var argumentCount: ClosedRange<Int>
    var work: Work

    init(_ argumentCount: ClosedRange<Int> = 0...0, _ work: @escaping Work) {
        self.argumentCount = argumentCount
        self.work = work
    }

    init(_ argumentCount: Int, _ work: @escaping Work) {
        self.init(argumentCount...argumentCount, work)
    }

    /// A filter from text to text without arguments.
    static func text(_ work: @escaping @Sendable (String) -> String) -> LiquidFilter {
        LiquidFilter { (input, _) throws(LiquidFailure) in .string(work(LiquidValue.text(input))) }
    }
}
