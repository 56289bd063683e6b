"""Writes multibox.txt: anchors and detections as MXNet 1.9.1's operators compute them.

  python3 -m venv mx && mx/bin/pip install mxnet==1.9.1 'numpy<2'
  mx/bin/python multibox.py > multibox.txt

Logits and locations follow from a formula that MultiBoxReferences.swift repeats; logits are halves, so that many scores tie.
"""
import numpy as np
np.bool = bool
import mxnet as mx


def numbers(count, seed):
    x = (np.arange(count, dtype=np.uint64) * 2654435761 + seed * 40503) & 0xFFFFFFFF
    x ^= x >> 15
    x = (x * 2246822519) & 0xFFFFFFFF
    x ^= x >> 13
    return x.astype(np.float64) / 2**31 - 1


def text(values): return " ".join("%.8g" % v for v in np.asarray(values).ravel())


PRIORS = [
    (3, 3, (0.1, 0.141), (1, 2, 0.5), (-1, -1), (0.5, 0.5), False),
    (2, 5, (0.37, 0.44699), (1, 2, 0.5, 3, 1 / 3), (-1, -1), (0.5, 0.5), False),
    (4, 2, (0.2, 0.272), (2, 1, 0.5), (0.3, 0.26), (0.25, 0.75), True),
    (1, 1, (0.88, 0.961), (1,), (1.0, 1.0), (0.5, 0.5), True),
    (2, 2, (0.9,), (1, 4), (1.0, 1.0), (0.5, 0.5), False),
]
for rows, columns, sizes, ratios, steps, offsets, clip in PRIORS:
    out = mx.nd.contrib.MultiBoxPrior(mx.nd.zeros((1, 1, rows, columns)), sizes=sizes, ratios=ratios, steps=steps,
                                      offsets=offsets, clip=clip).asnumpy()
    print("prior", rows, columns, text(sizes), text(ratios), text(steps), text(offsets), int(clip), text(out), sep="|")

DETECTIONS = [dict(), dict(nms_topk=10), dict(force_suppress=True), dict(nms_threshold=-1.0), dict(nms_threshold=1.0),
              dict(threshold=0.4, nms_threshold=0.3), dict(clip=False, variances=(0.2, 0.2, 0.4, 0.3), nms_topk=400)]
anchors = mx.nd.contrib.MultiBoxPrior(mx.nd.zeros((1, 1, 4, 5)), sizes=(0.3, 0.4), ratios=(1, 2, 0.5))
A, C = anchors.shape[1], 4
for seed, options in enumerate(DETECTIONS, 1):
    logits = np.round(6 * numbers(C * A, seed)).astype(np.float32).reshape(1, C, A) / 2
    places = numbers(4 * A, 100 + seed).astype(np.float32).reshape(1, 4 * A)
    o = dict(threshold=0.01, clip=True, nms_threshold=0.45, force_suppress=False, variances=(0.1, 0.1, 0.2, 0.2), nms_topk=-1)
    o.update(options)
    out = mx.nd.contrib.MultiBoxDetection(mx.nd.softmax(mx.nd.array(logits), axis=1), mx.nd.array(places), anchors, **o).asnumpy()[0]
    print("detection", seed, o["threshold"], int(o["clip"]), o["nms_threshold"], int(o["force_suppress"]), o["nms_topk"],
          text(o["variances"]), text(out[out[:, 0] >= 0]), sep="|")
