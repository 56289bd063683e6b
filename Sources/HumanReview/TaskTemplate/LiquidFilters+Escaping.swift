internal import OrderedJSON

extension LiquidFilters {
    static let escaping: [String: LiquidFilter] = [
        "escape": .text(MarkupText.escape),
        "escape_once": .text(MarkupText.escapeOnce),
        "skip_autoescape": LiquidFilter { (input, _) throws(LiquidFailure) in input },
        "to_json": LiquidFilter(0, toJSON),
        "json": LiquidFilter(0, toJSON),
        "grant_read_access": LiquidFilter(0, grantReadAccess),
        "url_encode": .text(percentEncode),
    ]

    private static let toJSON: LiquidFilter.Work = { (input, _) throws(LiquidFailure) in
        .string(JSONWriter().write(input))
    }

    /// The service makes a short-lived HTTPS address of an object in S3; here files are read where
    /// they are, so the URI stays as it is.
    private static let grantReadAccess: LiquidFilter.Work = { (input, _) throws(LiquidFailure) in
        let text = LiquidValue.text(input)
        let schemes = ["s3://", "file://", "https://s3.", "http://s3."]
        guard schemes.contains(where: text.hasPrefix) else {
            throw LiquidFailure(
                "\"grant_read_access\" input is not a valid S3 URI: \(text.prefix(200))")
        }
        return .string(text)
    }

    /// All but RFC 3986's unreserved characters, a space as `+`.
    private static func percentEncode(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            let isUnreserved =
                TemplateSource.isLetter(byte) || TemplateSource.isDigit(byte)
                || "-_.~".utf8.contains(byte)
            if isUnreserved {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else if byte == 0x20 {
                encoded += "+"
            } else {
                encoded += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}
