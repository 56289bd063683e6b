"""Every figure of `loopbox status --json`, computed from the raw tables alone.

Reads the store of argv[1] as of argv[2] (milliseconds) and prints the figures as JSON. None of the
summary tables is read, and no line is shared with the program.
"""

import collections
import json
import math
import sqlite3
import sys

db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
db.row_factory = sqlite3.Row
now = int(sys.argv[2])
age_limit = int(sys.argv[3])
HOUR, DAY = 3_600_000, 86_400_000
flow = db.execute("SELECT * FROM flows").fetchone()


def half_up(value):
    return math.floor(value + 0.5)


def pixel_box(row, width, height):
    left, right = (half_up(min(max(row[k], 0), 1) * width) for k in ("minimum_x", "maximum_x"))
    top, bottom = (half_up(min(max(row[k], 0), 1) * height) for k in ("minimum_y", "maximum_y"))
    left, top = min(left, width - 1), min(top, height - 1)
    return left, top, max(left + 1, right), max(top + 1, bottom)


def iou(a, b):
    w = min(a[2], b[2]) - max(a[0], b[0])
    h = min(a[3], b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0
    area = lambda r: (r[2] - r[0]) * (r[3] - r[1])
    return w * h / (area(a) + area(b) - w * h)


def compare(first, second):
    """Rows (label or None, label or None, overlap, same edges), greedily by overlap from 0.5."""
    candidates = sorted(
        (
            (-iou(a, b), la != lb, i, j)
            for i, (la, a) in enumerate(first)
            for j, (lb, b) in enumerate(second)
            if iou(a, b) >= 0.5
        )
    )
    free_first, free_second, rows = set(range(len(first))), set(range(len(second))), []
    for overlap, _, i, j in candidates:
        if i in free_first and j in free_second:
            free_first.remove(i)
            free_second.remove(j)
            rows.append((first[i][0], second[j][0], -overlap, first[i][1] == second[j][1]))
    rows += [(first[i][0], None, 0, False) for i in free_first]
    rows += [(None, second[j][0], 0, False) for j in free_second]
    return rows


def boxes(answer):
    rows = db.execute("SELECT * FROM answer_boxes WHERE answer_id = ? ORDER BY position", (answer,))
    return [(r["label"], (r["left"], r["top"], r["right"], r["bottom"])) for r in rows]


def wilson(successes, trials):
    if trials == 0:
        return {"estimate": None, "lower": 0, "upper": 1}
    z, p, n = 1.959963984540054, successes / trials, trials
    centre, reach = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return {
        "estimate": p,
        "lower": (centre - reach) / (1 + z * z / n),
        "upper": (centre + reach) / (1 + z * z / n),
    }


def kappa(rows):
    pairs = [(a, b) for a, b, _, _ in rows if a is not None and b is not None]
    if not pairs:
        return None
    n = len(pairs)
    observed = sum(a == b for a, b in pairs) / n
    ca, cb = (collections.Counter(side) for side in zip(*pairs))
    expected = sum(ca[label] * cb[label] for label in ca) / n / n
    return 1 if expected == 1 else (observed - expected) / (1 - expected)


def distance(p, q):
    if not sum(p.values()) or not sum(q.values()):
        return None
    share = lambda c, k: c[k] / sum(c.values())
    return sum(abs(share(p, k) - share(q, k)) for k in set(p) | set(q)) / 2


def band(score):
    return min(max(int(score * 20), 0), 19)


def active_milliseconds(task, worker):
    entries = db.execute(
        "SELECT kind, time FROM edits WHERE task_id = ? AND worker = ? ORDER BY position", (task, worker)
    ).fetchall()
    gaps = [b["time"] - a["time"] for a, b in zip(entries, entries[1:]) if b["kind"] != "open"]
    return sum(gap for gap in gaps if 0 <= gap <= 60_000)


day_rows = collections.defaultdict(collections.Counter)
model_rows = collections.defaultdict(list)
pair_rows, pair_loops = collections.defaultdict(list), collections.Counter()
bands = collections.defaultdict(collections.Counter)
earlier = collections.defaultdict(list)
answers = db.execute(
    """SELECT answers.*, loops.prediction_id, loops.bulk_accept_id, loops.import_id,
        loops.activation_reason, tasks.loop_revision
    FROM answers JOIN loops ON loops.id = answers.loop_id JOIN tasks ON tasks.id = answers.task_id
    ORDER BY answers.id"""
).fetchall()
for answer in answers:
    key = (answer["worker"], answer["submission_time"] // DAY)
    prediction = db.execute(
        "SELECT * FROM predictions WHERE id = ?", (answer["prediction_id"],)
    ).fetchone()
    detections = db.execute(
        "SELECT * FROM detections WHERE prediction_id = ? ORDER BY position", (answer["prediction_id"],)
    ).fetchall()
    score = max((d["score"] for d in detections), default=None)
    revision, is_bulk = answer["loop_revision"], answer["bulk_accept_id"] is not None
    if revision == 1 and answer["import_id"] is not None:
        continue
    if revision == 1 and is_bulk:
        day_rows[key]["acceptedInBulk"] += 1
        bands[band(score)]["acceptedInBulk"] += 1
        continue
    mine = boxes(answer["id"])
    day_rows[key]["answers"] += 1
    day_rows[key]["active"] += active_milliseconds(answer["task_id"], answer["worker"])
    proposals = [
        (d["label"], pixel_box(d, answer["width"], answer["height"]))
        for d in detections
        if d["score"] >= flow["display_threshold"]
    ]
    if revision > 1:
        if is_bulk and revision == 2 and score is not None:
            bands[band(score)]["corrected"] += sorted(proposals) != sorted(mine)
        continue
    if prediction is not None:
        rows = compare(proposals, mine)
        model_rows[prediction["model_version"]] += rows
        day_rows[key]["compared"] += 1
        day_rows[key]["unchanged"] += sorted(proposals) == sorted(mine)
        pair = (answer["worker"], None)
        pair_loops[pair] += 1
        pair_rows[pair] += [(b, a, overlap, same) for a, b, overlap, same in rows]
        if answer["activation_reason"] == "audit":
            bands[band(score)]["audited"] += 1
            bands[band(score)]["errors"] += any(a != b or overlap < 0.8 for a, b, overlap, _ in rows)
    for worker, theirs in earlier[answer["loop_id"]]:
        (first, a), (second, b) = sorted([(answer["worker"], mine), (worker, theirs)])
        pair_loops[first, second] += 1
        pair_rows[first, second] += compare(a, b)
    earlier[answer["loop_id"]].append((answer["worker"], mine))

# Every revision sends back the answers of the one before; a bulk accept or import is no answer.
for sent in db.execute(
    """SELECT worker, submission_time, number, bulk_accept_id, import_id
    FROM revisions JOIN loops ON loops.id = revisions.loop_id
    JOIN tasks ON tasks.loop_id = revisions.loop_id AND loop_revision = number - 1
    JOIN answers ON answers.task_id = tasks.id"""
):
    if sent["number"] > 2 or sent["bulk_accept_id"] is None and sent["import_id"] is None:
        day_rows[sent["worker"], sent["submission_time"] // DAY]["sentBack"] += 1


def day_json(counts):
    active, compared, given = counts["active"], counts["compared"], counts["answers"]
    return {
        "answers": given,
        "activeSeconds": active / 1000,
        "answersPerActiveHour": given * HOUR / active if active else None,
        "acceptedInBulk": counts["acceptedInBulk"],
        "compared": compared,
        "unchanged": counts["unchanged"],
        "acceptance": counts["unchanged"] / compared if compared else None,
        "sentBack": counts["sentBack"],
        "firstPass": (given - counts["sentBack"]) / given if given else None,
    }


def workers():
    names = {name for name, _ in day_rows}
    found = []
    for name in names:
        total = collections.Counter()
        for (worker, _), counts in day_rows.items():
            if worker == name:
                total.update(counts)
        days = [day_json(day_rows[name, now // DAY - back]) for back in reversed(range(14))]
        found.append({"name": name, "total": day_json(total), "days": days})
    return sorted(found, key=lambda w: (-w["total"]["answers"], w["name"]))


def agreement():
    found = []
    for pair in sorted(pair_loops, key=lambda p: (p[1] is None, p[0], p[1] or "")):
        matched = [r for r in pair_rows[pair] if r[0] is not None and r[1] is not None]
        found.append(
            {
                "first": pair[0],
                "second": pair[1],
                "loops": pair_loops[pair],
                "objects": len(matched),
                "unmatched": len(pair_rows[pair]) - len(matched),
                "meanOverlap": sum(r[2] for r in matched) / len(matched) if matched else None,
                "kappa": kappa(pair_rows[pair]),
            }
        )
    return found


def classes(rows):
    found = []
    for label in {r[0] for r in rows} | {r[1] for r in rows}:
        if label is None:
            continue
        same = [r for r in rows if r[0] == r[1] == label]
        moved = [r[2] for r in same if not r[3]]
        found.append(
            {
                "label": label,
                "kept": len(same) - len(moved),
                "moved": len(moved),
                "added": sum(r[0] is None and r[1] == label for r in rows),
                "removed": sum(r[0] == label and r[1] is None for r in rows),
                "relabelled": sum(r[0] == label and r[1] not in (None, label) for r in rows),
                "meanOverlapOfMoved": sum(moved) / len(moved) if moved else None,
            }
        )
    total = lambda c: c["kept"] + c["moved"] + c["added"] + c["removed"] + c["relabelled"]
    return sorted(found, key=lambda c: (-total(c), c["label"]))


def models():
    versions = [r[0] for r in db.execute("SELECT DISTINCT model_version FROM predictions ORDER BY 1")]
    found, before = [], None
    for version in versions:
        scores, labels = collections.Counter(), collections.Counter()
        for prediction in db.execute("SELECT id FROM predictions WHERE model_version = ?", (version,)):
            rows = db.execute(
                "SELECT label, score FROM detections WHERE prediction_id = ?", (prediction["id"],)
            ).fetchall()
            scores[band(max(r["score"] for r in rows)) if rows else -1] += 1
            labels.update(r["label"] for r in rows if r["score"] >= flow["display_threshold"])
        confusion = collections.Counter((a, b) for a, b, _, _ in model_rows[version])
        found.append(
            {
                "version": version,
                "inService": False,
                "predictions": sum(scores.values()),
                "scores": [scores[index] for index in range(-1, 20)],
                "labels": dict(labels),
                "classes": classes(model_rows[version]),
                "confusion": [
                    {"model": a, "people": b, "boxes": count}
                    for (a, b), count in sorted(
                        confusion.items(), key=lambda e: (e[0][0] or "", e[0][1] or "")
                    )
                ],
                "drift": before
                and {
                    "from": before[0],
                    "scores": distance(before[1], scores),
                    "labels": distance(before[2], labels),
                },
            }
        )
        before = (version, scores, labels)
    return found[::-1]


def audit():
    total = collections.Counter()
    for counts in bands.values():
        total.update(counts)
    return {
        "audited": total["audited"],
        "errors": total["errors"],
        "errorRate": wilson(total["errors"], total["audited"]),
        "bands": [
            {
                "from": index / 20,
                "audited": counts["audited"],
                "errors": counts["errors"],
                "errorRate": wilson(counts["errors"], counts["audited"]),
                "acceptedInBulk": counts["acceptedInBulk"],
                "corrected": counts["corrected"],
                "correctionRate": wilson(counts["corrected"], counts["acceptedInBulk"]),
            }
            for index, counts in sorted(bands.items())
        ],
    }


def over_time():
    kinds = collections.defaultdict(collections.Counter)
    for loop in db.execute("SELECT * FROM loops"):
        is_bulk = loop["bulk_accept_id"] is not None
        if loop["import_id"] is not None:
            continue
        if not is_bulk:
            kinds["created"][loop["creation_time"] // HOUR] += 1
        if loop["status"] == "Completed":
            kinds["accepted" if is_bulk else "completed"][loop["completion_time"] // HOUR] += 1
    for event in db.execute("SELECT * FROM events WHERE status IN ('Stopped', 'Failed')"):
        kinds[event["status"].lower()][event["time"] // HOUR] += 1
    last, names = now // HOUR, ("created", "completed", "accepted", "stopped", "failed")
    hours = {n: [kinds[n][last - back] for back in reversed(range(336))] for n in names}
    return {
        "hours": {n: hours[n][-24:] for n in names},
        "days": {n: [sum(hours[n][i : i + 24]) for i in range(0, 336, 24)] for n in names},
    }


def queue():
    times = [r[0] for r in db.execute("SELECT creation_time FROM loops WHERE status = 'InProgress'")]
    ages = [(now - time) / HOUR for time in times]
    bounds = [-math.inf, 1, 4, 24, 72, 168, math.inf]
    return {
        "depth": len(times),
        "oldestSeconds": (now - min(times)) / 1000 if times else None,
        "ageLimitSeconds": age_limit / 1000,
        "overAge": sum(time < now - age_limit for time in times),
        "ages": [
            {
                "belowHours": None if math.isinf(high) else high,
                "loops": sum(low <= age < high for age in ages),
            }
            for low, high in zip(bounds, bounds[1:])
        ],
    }


json.dump(
    {
        "loopsOverTime": over_time(),
        "queue": queue(),
        "workers": workers(),
        "agreement": agreement(),
        "models": models(),
        "audit": audit(),
    },
    sys.stdout,
)
