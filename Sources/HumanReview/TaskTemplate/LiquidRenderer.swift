internal import OrderedJSON

/// Renders a template's nodes to text within a budget.
struct LiquidRenderer {
    /// How rendering goes on after a node.
    enum Flow {
        case next
        case leaveTurn
        case leaveLoop
    }

    let source: TemplateSource
    var output = ""
    /// Variables of the enclosing loops, the innermost last.
    var loopVariables: [(name: String, value: JSONValue)] = []
    private var variables: [String: JSONValue]
    private var budget = LiquidBudget()
    /// Inside `capture` nothing is escaped yet: what is captured is escaped where it is put out.
    private var captures = 0

    init(_ source: TemplateSource, variables: [String: JSONValue]) {
        self.source = source
        self.variables = variables
    }

    /// The value of a variable, nil when there is none.
    func variable(_ name: String) -> JSONValue {
        loopVariables.last { $0.name == name }?.value ?? variables[name] ?? .null
    }

    /// Renders nodes one after another until one leaves the loop around them.
    mutating func render(_ nodes: [LiquidNode]) throws(TaskTemplateError) -> Flow {
        for node in nodes {
            let flow = try render(node)
            if flow != .next { return flow }
        }
        return .next
    }

    /// Runs work that may fail, and says where in the template it did.
    mutating func at<Result>(
        _ offset: Int, _ work: (inout LiquidRenderer) throws(LiquidFailure) -> Result
    ) throws(TaskTemplateError) -> Result {
        do {
            return try work(&self)
        } catch {
            throw source.error(error.reason, at: offset)
        }
    }

    mutating func chargeStep() throws(LiquidFailure) { try budget.chargeStep() }

    mutating func charge(for value: JSONValue) throws(LiquidFailure) {
        try budget.charge(for: value)
    }

    private mutating func render(_ node: LiquidNode) throws(TaskTemplateError) -> Flow {
        switch node {
        case .text(let range): try append(source.text(range), at: range.lowerBound)
        case .output(let pipeline, let offset): try put(pipeline, at: offset)
        case .assign(let name, let pipeline, let offset):
            variables[name] = try value(of: pipeline, at: offset)
        case .capture(let name, let body): return try capture(name, body)
        case .conditional(let branches): return try choose(branches)
        case .selection(let subject, let alternatives, let offset):
            return try choose(subject, alternatives, at: offset)
        case .iteration(let iteration): return try loop(iteration)
        case .breakLoop: return .leaveLoop
        case .continueLoop: return .leaveTurn
        }
        return .next
    }

    private mutating func put(
        _ pipeline: LiquidPipeline, at offset: Int
    ) throws(TaskTemplateError) {
        let text = LiquidValue.text(try value(of: pipeline, at: offset))
        let isSafe = captures > 0 || pipeline.isEscaped
        try append(isSafe ? text : MarkupText.escape(text), at: offset)
    }

    private mutating func append(_ text: String, at offset: Int) throws(TaskTemplateError) {
        try at(offset) { (renderer) throws(LiquidFailure) in
            try renderer.budget.chargeStep()
            try renderer.budget.charge(text.utf8.count)
            guard renderer.output.utf8.count + text.utf8.count <= LiquidBudget.maximumWeight else {
                throw LiquidFailure(
                    "the text grows beyond \(LiquidBudget.maximumWeight) characters")
            }
        }
        output += text
    }

    private mutating func capture(
        _ name: String, _ body: [LiquidNode]
    ) throws(TaskTemplateError) -> Flow {
        let outer = output
        output = ""
        captures += 1
        let flow = try render(body)
        captures -= 1
        variables[name] = .string(output)
        output = outer
        return flow
    }
}
