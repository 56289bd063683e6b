"""Writes targets.txt: what MXNet 1.9.1's MultiBoxTarget, SoftmaxOutput, smooth_l1 and MakeLoss make of a batch.

  python3 -m venv mx && mx/bin/pip install mxnet==1.9.1 'numpy<2'
  mx/bin/python targets.py > targets.txt

Boxes, logits and locations follow from a formula that TargetReference.swift repeats; of large tensors 8 projections and
the norm are kept.
"""
import numpy as np
np.bool = bool
import mxnet as mx
S = mx.sym


def numbers(count, seed):
    x = (np.arange(count, dtype=np.uint64) * 2654435761 + seed * 40503) & 0xFFFFFFFF
    x ^= x >> 15
    x = (x * 2246822519) & 0xFFFFFFFF
    x ^= x >> 13
    return x.astype(np.float64) / 2**31 - 1


def kept(array):
    v = array.astype(np.float64).ravel()
    return " ".join(f"{s:.9g}" for s in [v @ numbers(v.size, 1000 + k) for k in range(8)] + [np.linalg.norm(v)])


counts, classes = [0, 1, 3, 6, 12], 3
anchors = np.concatenate([
    mx.nd.contrib.MultiBoxPrior(mx.nd.zeros((1, 3, side, side)), sizes=sizes, ratios=(1, 2, .5, 3, 1 / 3)).asnumpy()
    for side, sizes in ((8, (.2, .272)), (4, (.37, .447)))], 1)
A = anchors.shape[1]
labels = np.full((len(counts), max(counts), 5), -1, np.float32)
for image, count in enumerate(counts):
    v = numbers(count * 5, 10 + image).reshape(count, 5) / 2 + .5
    for row, (kind, x, y, w, h) in enumerate(v):
        left, top = np.float32(.8 * x), np.float32(.8 * y)
        labels[image, row] = [int(kind * classes), left, top, left + np.float32(.1 + .4 * w), top + np.float32(.1 + .4 * h)]
logits = (3 * numbers(len(counts) * (classes + 1) * A, 20)).astype(np.float32).reshape(len(counts), classes + 1, A)
locations = numbers(len(counts) * A * 4, 21).astype(np.float32).reshape(len(counts), -1)

cases = {
    "SageMaker": (dict(overlap_threshold=.5, negative_mining_ratio=3, negative_mining_thresh=.5), "valid", 1, 1),
    "scaled": (dict(overlap_threshold=.4, negative_mining_ratio=2, negative_mining_thresh=.3), "batch", 2, 2),
    "without mining": (dict(overlap_threshold=.6, negative_mining_ratio=-1, negative_mining_thresh=.5), "null", .5, 1),
}
for name, (attributes, normalization, scale, scalar) in cases.items():
    cls, loc = S.Variable("cls"), S.Variable("loc")
    target = S.contrib.MultiBoxTarget(
        S.Variable("anchors"), S.Variable("label"), cls, ignore_label=-1, variances=(.1, .1, .2, .2), **attributes)
    prob = S.SoftmaxOutput(cls, target[2], ignore_label=-1, use_ignore=True, grad_scale=scale, multi_output=True,
                           normalization=normalization, name="prob")
    loss = S.MakeLoss(S.smooth_l1(target[1] * (loc - target[0]), scalar=scalar), grad_scale=scale,
                      normalization=normalization, name="loss")
    group = S.Group([prob, loss, S.BlockGrad(target[2]), S.BlockGrad(target[0])])
    values = dict(cls=logits, loc=locations, label=labels, anchors=anchors)
    run = group.bind(mx.cpu(), {k: mx.nd.array(v) for k, v in values.items()},
                     args_grad={k: mx.nd.zeros(values[k].shape) for k in ("cls", "loc")},
                     grad_req={k: "write" if k in ("cls", "loc") else "null" for k in values})
    prob, loss, found, encoded = (o.asnumpy() for o in run.forward(is_train=True))
    run.backward()
    counted = (found >= 0).sum()
    picked = np.take_along_axis(prob, np.maximum(found, 0).astype(int)[:, None], 1)[:, 0][found >= 0]
    print("|".join([
        name, " ".join(f"{i}:{int(found.ravel()[i])}" for i in np.flatnonzero(found >= 0)), kept(encoded),
        f"{-np.log(picked.astype(np.float64) + 1e-8).sum():.9g}", f"{loss.astype(np.float64).sum():.9g}", str(counted),
        kept(run.grad_dict["cls"].asnumpy()), kept(run.grad_dict["loc"].asnumpy())]))
