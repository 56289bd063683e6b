package import OrderedJSON

extension LeadFigures {
    /// Every figure, as `loopbox status --json` prints them; a figure of nothing is null.
    ///
    /// Times are in seconds, shares from 0 to 1, series oldest first.
    package var json: JSONValue {
        .object([
            .init("time", .string(time.iso8601)), .init("loopsOverTime", overTime),
            .init("queue", queue.json), .init("leases", .array(leases.map(\.json))),
            .init("workers", .array(workers.map(\.json))),
            .init("agreement", .array(agreement.map(\.json))),
            .init("estimate", estimate?.json(from: time) ?? .null),
            .init("models", .array(models.map(\.json))),
            .init(
                "audit",
                .object([
                    .init("audited", .count(audit.audited)),
                    .init("errors", .count(audit.auditErrors)),
                    .init("errorRate", audit.errorRate.json),
                    .init("bands", .array(bands.filter(\.isKnown).map(\.json))),
                ])),
        ])
    }

    private var overTime: JSONValue {
        .object([
            .init("hours", series { hourly[$0]?.suffix(24) ?? [] }),
            .init("days", series { daily($0)[...] }),
        ])
    }

    private func series(_ values: (LoopHour.Kind) -> ArraySlice<Int>) -> JSONValue {
        .object(
            LoopHour.Kind.allCases.map { kind in
                .init(kind.rawValue, .array(values(kind).map(JSONValue.count)))
            })
    }
}

extension QueueFigures {
    fileprivate var json: JSONValue {
        .object([
            .init("depth", .count(depth)),
            .init("oldestSeconds", .optional(oldestMilliseconds.map { Double($0) / 1000 })),
            .init("ageLimitSeconds", .number(Double(ageLimitMilliseconds) / 1000)),
            .init("overAge", .count(overAge)),
            .init(
                "ages",
                .array(
                    ages.map {
                        .object([
                            .init("belowHours", $0.hours.map(JSONValue.integer) ?? .null),
                            .init("loops", .count($0.count)),
                        ])
                    })),
        ])
    }
}

extension LeaseStanding {
    fileprivate var json: JSONValue {
        .object([
            .init("worker", .string(worker)), .init("loop", .string(loop)),
            .init("live", .bool(isLive)),
        ])
    }
}

extension WorkerFigures {
    fileprivate var json: JSONValue {
        .object([
            .init("name", .string(name)), .init("total", total.json),
            .init("days", .array(days.map(\.json))),
        ])
    }
}

extension WorkerDay {
    fileprivate var json: JSONValue {
        .object([
            .init("answers", .count(answers)),
            .init("activeSeconds", .number(Double(activeMilliseconds) / 1000)),
            .init("answersPerActiveHour", .optional(answersPerActiveHour)),
            .init("acceptedInBulk", .count(accepted)), .init("compared", .count(compared)),
            .init("unchanged", .count(unchanged)),
            .init("acceptance", .optional(acceptance.estimate)),
            .init("sentBack", .count(sentBack)),
            .init("firstPass", .optional(firstPass.estimate)),
        ])
    }
}

extension AgreementFigures {
    fileprivate var json: JSONValue {
        .object([
            .init("first", .string(first)),
            .init("second", second.map(JSONValue.string) ?? .null),
            .init("loops", .count(loops)), .init("objects", .count(objects)),
            .init("unmatched", .count(unmatched)), .init("meanOverlap", .optional(meanOverlap)),
            .init("kappa", .optional(kappa)),
        ])
    }
}

extension CompletionEstimate {
    fileprivate func json(from time: Timestamp) -> JSONValue {
        let finish = finish(from: time)
        return .object([
            .init("remaining", .count(remaining)), .init("workingHours", workingHours.json),
            .init("workingShare", .number(workingShare)),
            .init(
                "finish",
                .object([
                    .init("low", .string(finish.low.iso8601Seconds)),
                    .init("middle", .string(finish.middle.iso8601Seconds)),
                    .init("high", .string(finish.high.iso8601Seconds)),
                ])),
        ])
    }
}

extension CompletionEstimate.Span {
    fileprivate var json: JSONValue {
        .object([
            .init("low", .number(low)), .init("middle", .number(middle)),
            .init("high", .number(high)),
        ])
    }
}

extension ModelFigures {
    fileprivate var json: JSONValue {
        .object([
            .init("version", .string(version)), .init("inService", .bool(isInService)),
            .init("predictions", .count(predictions)),
            .init("scores", .array(scores.map(JSONValue.count))),
            .init(
                "labels",
                .object(labels.sorted { $0.key < $1.key }.map { .init($0.key, .count($0.value)) })),
            .init("classes", .array(classes.map(\.json))),
            .init("confusion", .array(confusionRows)),
            .init("drift", drift?.json ?? .null),
        ])
    }

    private var confusionRows: [JSONValue] {
        confusion.sorted {
            ($0.key.first ?? "", $0.key.second ?? "") < ($1.key.first ?? "", $1.key.second ?? "")
        }.map { labels, count in
            .object([
                .init("model", labels.first.map(JSONValue.string) ?? .null),
                .init("people", labels.second.map(JSONValue.string) ?? .null),
                .init("boxes", .count(count)),
            ])
        }
    }
}

extension ModelFigures.Drift {
    fileprivate var json: JSONValue {
        .object([
            .init("from", .string(from)), .init("scores", .optional(scores)),
            .init("labels", .optional(labels)),
        ])
    }
}

extension ClassFigures {
    fileprivate var json: JSONValue {
        .object([
            .init("label", .string(label)), .init("kept", .count(kept)),
            .init("moved", .count(moved)), .init("added", .count(added)),
            .init("removed", .count(removed)), .init("relabelled", .count(relabelled)),
            .init("meanOverlapOfMoved", .optional(meanOverlapOfMoved)),
        ])
    }
}

extension ScoreBand {
    /// Whether anything tells of the band.
    package var isKnown: Bool { audited > 0 || accepted > 0 }

    fileprivate var json: JSONValue {
        .object([
            .init("from", .number(lowerBound)), .init("audited", .count(audited)),
            .init("errors", .count(auditErrors)), .init("errorRate", errorRate.json),
            .init("acceptedInBulk", .count(accepted)), .init("corrected", .count(corrected)),
            .init("correctionRate", correctionRate.json),
        ])
    }
}

extension WilsonInterval {
    fileprivate var json: JSONValue {
        .object([
            .init("estimate", .optional(estimate)), .init("lower", .number(lower)),
            .init("upper", .number(upper)),
        ])
    }
}

extension JSONValue {
    fileprivate static func count(_ count: Int) -> JSONValue { .integer(Int64(count)) }

    fileprivate static func optional(_ number: Double?) -> JSONValue {
        number.map(JSONValue.number) ?? .null
    }
}
