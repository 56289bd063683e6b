import OrderedJSON
import Testing

@testable import HumanReview
import TestSupport

@Suite struct LiquidTests {
    private static let input = #"""
        {"name": "O'Neil & <co>", "n": 7, "half": 2.5, "yes": true, "none": null, "text": "a,b,,c,,",
         "labels": ["car", "dog"], "numbers": [3, 1, 2], "nothing": [], "class-map": {"0": "car", "x": 1},
         "boxes": [{"class_id": 0, "left": 5, "ok": true}, {"class_id": 1, "left": 2}], "id": 0}
        """#

    private func render(_ template: String) throws -> String {
        try LiquidTemplate(TemplateSource(template)).render(input: JSONParser().parse(Self.input))
    }

    static let writesValuesTable: [(String, String)] = [
        ("plain {x} % }}", "plain {x} % }}"), ("{{ task.input.n }}", "7"), ("{{ nil }}|{{}}", "|"),
        ("{{ task.input.name }}", "O&#39;Neil &amp; &lt;co&gt;"),
        ("{{ true }}{{ 1.5 }}", "true1.5"),
        ("{{ task.input.missing.deeper }}", ""), ("{{ task.input.labels }}", "cardog"),
        ("{{ task.input['name'] | skip_autoescape }}", "O'Neil & <co>"),
        ("{{ task.input.name | escape }}", "O&#39;Neil &amp; &lt;co&gt;"),
        ("{{ '&amp; &' | escape_once }}", "&amp; &amp;"), ("{{ '&amp;' | escape }}", "&amp;amp;"),
        ("{{ task.input.labels | to_json }}", "[&quot;car&quot;,&quot;dog&quot;]"),
        ("{{ task.input.labels | to_json | escape }}", "[&quot;car&quot;,&quot;dog&quot;]"),
        ("{{ task.input.labels | to_json | skip_autoescape }}", #"["car","dog"]"#),
        ("{{ task.input.missing | to_json }}", "null"),
        (
            "{{ task.input.labels[1] }}{{ task.input.labels[-1] }}{{ task.input.labels[9] }}",
            "dogdog"
        ),
        ("{{ task.input.class-map['0'] }}{{ task.input.class-map[task.input.id] }}", "carcar"),
        ("{{ task.input.boxes.first.left }}{{ task.input.boxes.last.left }}", "52"),
        ("{{ task.input.boxes.size }}{{ task.input.name.size }}", "213"),
    ]

    @Test(arguments: writesValuesTable) func writesValues(template: String, expected: String) throws
    {
        #expect(try render(template) == expected)
    }

    static let filtersTable: [(String, String)] = [
        ("'Ab' | upcase", "AB"), ("'Ab' | downcase", "ab"), ("'my CAT' | capitalize", "My cat"),
        ("'  a ' | strip | append: '!'", "a!"), ("'a' | prepend: 'b'", "ba"),
        ("'aXbX' | replace: 'X', '-'", "a-b-"), ("'aXbX' | replace_first: 'X', '-'", "a-bX"),
        ("'aXbX' | remove: 'X'", "ab"), ("'aXbX' | remove_first: 'X'", "abX"),
        ("task.input.text | split: ',' | join: '.'", "a.b..c"), ("'abc' | split: '' | last", "c"),
        ("'a  b' | split: ' ' | size", "2"), ("task.input.labels | join", "car dog"),
        ("task.input.labels | first", "car"), ("'abc' | size", "3"), ("nil | default: 'x'", "x"),
        ("'' | default: 'x'", "x"), ("false | default: 'x'", "x"), ("0 | default: 'x'", "0"),
        ("false | default: 'x', allow_false: true", "false"), ("3 | plus: 4", "7"),
        ("'3' | plus: 4.5", "7.5"), ("3 | minus: 4", "-1"), ("3 | times: 2.0", "6.0"),
        ("-7 | divided_by: 2", "-4"), ("7 | divided_by: 2.0", "3.5"), ("-7 | modulo: 3", "2"),
        ("7.5 | floor", "7"), ("-7.5 | round", "-8"), ("7.256 | round: 2", "7.26"),
        ("7.1 | ceil", "8"), ("-3 | abs", "3"), ("5 | at_most: 3", "3"), ("5 | at_least: 9", "9"),
        ("9223372036854775807 | plus: 1", "9.223372036854776e+18"),
        ("task.input.numbers | sort | join: ','", "1,2,3"),
        ("task.input.numbers | reverse | join: ','", "2,1,3"),
        ("task.input.boxes | map: 'left' | join: ','", "5,2"),
        ("task.input.boxes | where: 'ok' | size", "1"),
        ("task.input.boxes | sort: 'left' | map: 'left' | join: ','", "2,5"),
        ("'a,a,b' | split: ',' | uniq | join: ''", "ab"), ("'hello' | slice: 1, 3", "ell"),
        ("'hello' | slice: -3, 2", "ll"), ("'hello there' | truncate: 8", "hello..."),
        ("'a b&' | url_encode", "a+b%26"),
        ("'s3://b/a b.jpg' | grant_read_access", "s3://b/a b.jpg"),
        ("'file:///a%20b.jpg' | grant_read_access", "file:///a%20b.jpg"),
    ]

    @Test(arguments: filtersTable) func filters(pipeline: String, expected: String) throws {
        #expect(try render("{{ \(pipeline) }}") == expected)
    }

    static let conditionsTable: [(String, Bool)] = [
        ("1 == 1.0", true), ("'a' == 'a'", true), ("'1' == 1", false), ("1 != 2", true),
        ("1 <> 1", false),
        ("2 < 10", true), ("'2' < '10'", false), ("2 >= 2.5", false), ("nil < 1", false),
        ("nil == false", false), ("nil", false), ("0", true), ("''", true),
        ("task.input.nothing", true),
        ("task.input.nothing == empty", true), ("empty == ''", true), ("nil == empty", false),
        ("nil == blank", true), ("'  ' == blank", true), ("task.input.labels contains 'dog'", true),
        ("task.input.name contains 'Neil'", true), ("task.input.class-map contains 'x'", true),
        ("'abab' contains 'bab'", true), ("'aab' contains 'bb'", false),
        ("false and false or true", false), ("true or false and false", true),
        ("task.input.yes and task.input.n > 3", true),
    ]

    @Test(arguments: conditionsTable) func conditions(condition: String, expected: Bool) throws {
        #expect(
            try render("{% if \(condition) %}y{% else %}n{% endif %}") == (expected ? "y" : "n"))
        #expect(
            try render("{% unless \(condition) %}y{% else %}n{% endunless %}")
                == (expected ? "n" : "y"))
    }

    static let tagsTable: [(String, String)] = [
        ("{% for l in task.input.labels %}{{ forloop.index }}{{ l }} {% endfor %}", "1car 2dog "),
        ("{% for i in (1..4) reversed limit: 2 offset:1 %}{{ i }}{% endfor %}", "32"),
        (
            "{% for i in (1..task.input.n) %}{% if i == 3 %}{% continue %}{% endif %}{% if i > 4 %}{% break %}"
                + "{% endif %}{{ i }}{% endfor %}", "124"
        ),
        ("{% for x in task.input.nothing %}a{% else %}none{% endfor %}", "none"),
        ("{% for p in task.input.class-map %}{{ p[0] }}={{ p[1] }};{% endfor %}", "0=car;x=1;"),
        (
            "{% for i in (1..2) %}{% for j in (1..2) %}{{ forloop.parentloop.index }}{{ j }}"
                + "{% unless forloop.last %},{% endunless %}{% endfor %};{% endfor %}",
            "11,12;21,22;"
        ),
        (
            "{% for i in (1..3) %}{{ forloop.rindex0 }}{{ forloop.first }} {% endfor %}",
            "2true 1false 0false "
        ),
        ("{% assign x = 'a' | upcase %}{{ x }}{% assign x = 1 %}{{ x }}", "A1"),
        (
            "{% capture c %}{{ task.input.name }}{% endcapture %}{{ c }}",
            "O&#39;Neil &amp; &lt;co&gt;"
        ),
        (
            "{% capture id %}{{ task.input.boxes[0].class_id }}{% endcapture %}"
                + "{{ task.input.class-map[id] }}", "car"
        ),
        ("{% case task.input.n %}{% when 1, 2 %}a{% when 3 or 7 %}b{% else %}c{% endcase %}", "b"),
        ("{% case 9 %} {% when 1 %}a{% else %}c{% endcase %}", "c"),
        ("{% if nil %}a{% elsif task.input.yes %}b{% else %}c{% endif %}", "b"),
        (
            "a{% comment %}{{ x | nope }}{% endif %}{% comment %}{% endcomment %}{% endcomment %}b",
            "ab"
        ),
        ("{% raw %}{{ x }}{% if %}{% endraw %}", "{{ x }}{% if %}"), ("a{% # remark %}b", "ab"),
        ("a \n{%- if true -%} \n b \n{%- endif -%}\n c", "abc"), ("a {{- 1 -}} b", "a1b"),
        ("{% for i in (1..2) %}{% assign last = i %}{% endfor %}{{ last }}{{ i }}", "2"),
    ]

    @Test(arguments: tagsTable) func tags(template: String, expected: String) throws {
        #expect(try render(template) == expected)
    }

    static let refusesTable: [(String, Int, Int, String)] = [
        ("ab\n {% foreach x %}", 2, 2, "unknown tag 'foreach'"),
        ("{{ x | shout }}", 1, 8, "unknown filter 'shout'"),
        ("é{{ x", 1, 2, "'{{' has no '}}'"), ("{% if x %}", 1, 1, "'if' has no 'endif'"),
        ("{% if x %}{% endfor %}", 1, 11, "'endfor' inside 'if'"),
        ("{% endif %}", 1, 1, "'endif' ends nothing"),
        ("{% if x %}{% else %}{% else %}{% endif %}", 1, 21, "'else' inside 'if'"),
        ("{{ x y }}", 1, 6, "something is left over"),
        ("{{ 'a }}", 1, 4, "a string without an end"),
        ("{% for x of y %}{% endfor %}", 1, 10, "expected 'in'"),
        ("{% break %}", 1, 1, "'break' outside of a loop"),
        ("{{ 'a' | append }}", 1, 10, "filter 'append' takes 1 argument, not 0"),
        ("{{ a ? b }}", 1, 6, "'?' is not understood"), ("{{ x[ }}", 1, 7, "expected a value"),
        ("{% raw %}", 1, 1, "'raw' has no 'endraw'"), ("{% comment %}", 1, 1, "'comment' has no"),
        ("{% for x in y sideways %}{% endfor %}", 1, 15, "expected 'reversed'"),
    ]

    @Test(arguments: refusesTable) func refuses(
        template: String, line: Int, column: Int, reason: String
    ) throws {
        let error = try #require(throws: TaskTemplateError.self) { try render(template) }
        #expect((error.line, error.column) == (line, column))
        #expect(error.reason.hasPrefix(reason))
    }

    static let failsTable: [(String, Int, Int, String)] = [
        (
            "\n{{ 'http://x/y.jpg' | grant_read_access }}", 2, 23,
            "\"grant_read_access\" input is not a valid S3 URI: http://x/y.jpg"
        ),
        ("{{ 1 | divided_by: 0 }}", 1, 8, "divided by 0"),
        ("{% for i in (1..1000000) %}{% endfor %}", 1, 1, "a range of more than 100000 numbers"),
    ]

    @Test(arguments: failsTable) func fails(
        template: String, line: Int, column: Int, reason: String
    ) throws {
        let error = try #require(throws: TaskTemplateError.self) { try render(template) }
        #expect(error == TaskTemplateError(line: line, column: column, reason: reason))
    }

    static let isBoundedTable: [String] = [
        "{% for i in (1..100000) %}{% for j in (1..100000) %}{% endfor %}{% endfor %}",
        "{% assign a = 'aaaaaaaa' %}{% for i in (1..64) %}{% assign a = a | append: a %}{% endfor %}",
        "{% assign a = 'aaaaaaaa' %}{% for i in (1..9) %}{% assign a = a | replace: 'a', a %}{% endfor %}",
        "{% assign a = 'a' | split: ',' %}{% for i in (1..64) %}{% assign a = a | concat: a %}{% endfor %}{{ a | join: a }}",
        "{% capture a %}{% for i in (1..100000) %}{{ i }}{% endfor %}{% endcapture %}"
            + "{% for i in (1..1000) %}{{ a }}{% endfor %}",
        "{{ '&' | escape | escape | escape }}" + "{% if a %}".repeated(40)
            + "{% endif %}".repeated(40),
        "{{ " + "a[".repeated(1000) + "0" + "]".repeated(1000) + " }}",
        "{% raw %}" + "{% ".repeated(40_000) + "%}", "{% comment %}" + "{%%}".repeated(30_000),
    ]

    @Test(.timeLimit(.minutes(2)), arguments: isBoundedTable) func isBounded(template: String) {
        #expect(throws: TaskTemplateError.self) { try render(template) }
    }

    @Test(arguments: 0..<30) func mutationsNeverTrap(seed: UInt64) throws {
        let base = """
            {% for b in task.input.boxes reversed limit:2 %}{% capture c %}{{ b.class_id }}{% endcapture %}
            {%- assign l = task.input.class-map[c] | default: "x" -%}{{ l | upcase | append: 'y' }}
            {% if b.left >= 3 and l contains "c" or nil == empty %}{% else %}{% break %}{% endif %}{% endfor %}
            {% case 1 %}{% when 1, 2 %}{% endcase %}{% raw %}{{%}{% endraw %}{{ (1..3) | join: ", " | size }}
            """
        var random = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            var bytes = Array(base.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0:
                    bytes[place] =
                        Array("{}%|.[]()'\"-:, a1\n\u{80}".utf8).randomElement(using: &random) ?? 0
                case 1: bytes.removeSubrange(place..<min(place + 7, bytes.count))
                default: bytes.insert(contentsOf: bytes[..<(place / 2)].suffix(12), at: place)
                }
            }
            _ = try? render(String(decoding: bytes, as: UTF8.self))
        }
    }
}

extension String {
    fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
