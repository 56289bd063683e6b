"""Average precision of drawn boxes by numpy, as the VOC development kit and MXNet's eval_metric.py define it.

python3 mean_average_precision.py > mean_average_precision.json
"""
import json

import numpy as np


def overlap(box, boxes):
    low = np.maximum(box[:2], boxes[:, :2])
    high = np.minimum(box[2:], boxes[:, 2:])
    shared = np.prod(np.clip(high - low, 0, None), axis=1)
    area = lambda b: np.prod(b[..., 2:] - b[..., :2], axis=-1)
    return shared / (area(box) + area(boxes) - shared)


def average_precision(images, class_id, threshold, metric):
    found, count = [], 0
    for image in images:
        truths = np.array([t for t in image["truths"] if t[0] == class_id], dtype=float).reshape(-1, 6)
        if not image["truths"]:
            continue
        count += int(np.sum(truths[:, 5] == 0))
        taken = np.zeros(len(truths), dtype=bool)
        rows = [d for d in image["detections"] if d[0] == class_id]
        for row in sorted(rows, key=lambda d: -d[1]):
            ious = overlap(np.array(row[2:], dtype=float), truths[:, 1:5]) if len(truths) else np.zeros(1)
            best = int(np.argmax(ious))
            if ious[best] <= threshold:
                found.append((row[1], 0))
            elif not truths[best, 5]:
                found.append((row[1], 0 if taken[best] else 1))
                taken[best] = True
    if not found and not count:
        return None
    found = np.array(found, dtype=float).reshape(-1, 2)
    right = found[np.argsort(-found[:, 0], kind="stable"), 1]
    hits = np.cumsum(right)
    recall = hits / count if count else hits * 0.0
    precision = hits / np.arange(1, len(right) + 1)
    if metric == "voc07":
        return float(sum(max(precision[recall >= t], default=0.0) / 11 for t in np.arange(0, 1.1, 0.1)))
    recall = np.concatenate([[0], recall, [1]])
    precision = np.concatenate([[0], precision, [0]])
    precision = np.maximum.accumulate(precision[::-1])[::-1]
    steps = np.where(recall[1:] != recall[:-1])[0]
    return float(np.sum((recall[steps + 1] - recall[steps]) * precision[steps + 1]))


def draw(random):
    images = []
    for _ in range(40):
        truths, detections = [], []
        for _ in range(random.integers(0, 5)):
            low = random.uniform(0, 300, 2)
            box = np.concatenate([low, low + random.uniform(20, 200, 2)]).round(2)
            class_id = int(random.integers(0, 4))
            truths.append([class_id, *box.tolist(), int(random.random() < 0.2)])
            for _ in range(random.integers(0, 3)):
                moved = (box + random.normal(0, 14, 4)).round(2)
                if (moved[2:] > moved[:2]).all():
                    guess = class_id if random.random() < 0.8 else int(random.integers(0, 6))
                    detections.append([guess, round(float(random.random()), 4), *moved.tolist()])
        random.shuffle(detections)
        images.append({"truths": truths, "detections": detections})
    # Exactly half is not more than half, and a class may be predicted only, or only be difficult.
    images.append({"truths": [[0, 0, 0, 10, 10, 0], [7, 0, 0, 5, 5, 1]],
                   "detections": [[0, 0.99, 0, 0, 10, 5], [6, 0.5, 0, 0, 5, 5], [7, 0.5, 0, 0, 5, 5]]})
    images.append({"truths": [], "detections": [[0, 0.999, 0, 0, 10, 10]]})
    return images


def main():
    images = draw(np.random.default_rng(7))
    results = []
    for threshold in (0.5, 0.7):
        for metric in ("voc07", "area"):
            classes = {str(c): average_precision(images, c, threshold, metric) for c in range(8)}
            classes = {c: ap for c, ap in classes.items() if ap is not None}
            results.append({"metric": metric, "threshold": threshold, "classes": classes,
                            "mAP": float(np.mean(list(classes.values())))})
    print(json.dumps({"images": images, "results": results}))


if __name__ == "__main__":
    main()
