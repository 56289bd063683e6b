"""Writes training.txt: small networks, what PyTorch computes of them in training mode, and their gradients.

  python3 -m venv peers && peers/bin/pip install torch numpy
  peers/bin/python training.py > training.txt

Networks are written as MXNet's nodes and computed in 64-bit numbers. Every network begins with a convolution, whose
weights' gradient tells of the gradient of what the operators read. Parameters, data and the outputs' gradients follow
from a formula that TrainingReference.swift repeats; of results 8 projections and the norm are kept.
"""
import ast
import numpy as np
import torch
import torch.nn.functional as F


def numbers(count, seed):
    x = (np.arange(count, dtype=np.uint64) * 2654435761 + seed * 40503) & 0xFFFFFFFF
    x ^= x >> 15
    x = (x * 2246822519) & 0xFFFFFFFF
    x ^= x >> 13
    return x.astype(np.float64) / 2**31 - 1


def start(name, shape, seed):
    v = numbers(int(np.prod(shape)), seed)
    if name.endswith("_weight"): v = v * np.sqrt(3 / np.prod(shape[1:]))
    elif name.endswith(("_gamma", "_moving_var")): v = 1 + 0.5 * v
    elif name.endswith("_scale"): v = 2 + v
    elif name != "data": v = 0.3 * v
    return v.astype(np.float32).astype(np.float64).reshape(shape)


def kept(tensor):
    v = tensor.detach().numpy().ravel()
    sums = [v @ numbers(v.size, 1000 + k) for k in range(8)]
    return " ".join(f"{s:.9g}" for s in sums + [np.linalg.norm(v)])


class Network:
    def __init__(self, name, batch=2, channels=3, side=8):
        print("network", name)
        self.lines, self.values, self.arguments, self.running = [], [], {}, {}
        data = self.variable("data", (batch, channels, side, side), "data")
        self.stem = self.conv(data, 16, 3, "stem", pad=1)

    def node(self, operator, name, inputs, attributes, value):
        text = ";".join(f"{k}={v}" for k, v in attributes.items())
        print("|".join(["node", operator, name, ",".join(f"{i}:0" for i in inputs) or "-", text]))
        self.values.append(value)
        return len(self.values) - 1

    def variable(self, name, shape, kind="argument"):
        seed = len(self.values) + 1
        value = torch.tensor(start(name, shape, seed), requires_grad=kind == "argument")
        if kind == "argument": self.arguments[name] = value
        index = self.node("null", name, [], dict(__shape__=shape) if name.endswith("_scale") else {}, value)
        print("|".join([kind, name, str(seed), " ".join(map(str, shape))]))
        return index

    def conv(self, x, filters, kernel, name, stride=1, pad=0, dilate=1, groups=1, bias=True):
        v = self.values
        inputs = [x, self.variable(name + "_weight", (filters, v[x].shape[1] // groups, kernel, kernel))]
        if bias: inputs.append(self.variable(name + "_bias", (filters,)))
        return self.node("Convolution", name, inputs, dict(
            num_filter=filters, kernel=(kernel,) * 2, stride=(stride,) * 2, pad=(pad,) * 2, dilate=(dilate,) * 2,
            num_group=groups, no_bias=not bias),
            F.conv2d(v[x], v[inputs[1]], v[inputs[2]] if bias else None, stride, pad, dilate, groups))

    def norm(self, x, name, fix=False, given=False, eps=2e-5, momentum=.9):
        v, shape = self.values, (self.values[x].shape[1],)
        inputs = [x] + [self.variable(f"{name}_{p}", shape) for p in ("gamma", "beta")]
        inputs += [self.variable(f"{name}_moving_{p}", shape, "statistic") for p in ("mean", "var")]
        gamma = torch.ones(shape, dtype=torch.float64) if fix else v[inputs[1]]
        mean, var = (v[x].mean((0, 2, 3)), v[x].var((0, 2, 3), unbiased=False)) if not given else (v[inputs[3]], v[inputs[4]])
        if fix: del self.arguments[name + "_gamma"]
        for i, batch in ((3, mean), (4, var)):
            self.running[f"{name}_moving_{'mean' if i == 3 else 'var'}"] = v[inputs[i]] * momentum + batch * (1 - momentum)
        wide = lambda t: t.reshape(1, -1, 1, 1)
        value = (v[x] - wide(mean)) / wide(var + eps).sqrt() * wide(gamma) + wide(v[inputs[2]])
        return self.node("BatchNorm", name, inputs, dict(
            eps=eps, momentum=momentum, fix_gamma=fix, use_global_stats=given), value)

    def relu(self, x, name): return self.node("Activation", name, [x], dict(act_type="relu"), F.relu(self.values[x]))

    def pool(self, x, name, kind="max", kernel=3, stride=2, pad=0, full=False, include=True, whole=False):
        v = self.values[x]
        value = v.mean((2, 3), True) if whole else F.max_pool2d(v, kernel, stride, pad, 1, full) if kind == "max" \
            else F.avg_pool2d(v, kernel, stride, pad, full, include)
        return self.node("Pooling", name, [x], dict(
            pool_type=kind, kernel=(kernel,) * 2, stride=(stride,) * 2, pad=(pad,) * 2, global_pool=whole,
            pooling_convention="full" if full else "valid", count_include_pad=include), value)

    def add(self, a, b, name): return self.node("elemwise_add", name, [a, b], {}, self.values[a] + self.values[b])

    def identity(self, x, name): return self.node("_copy", name, [x], {}, self.values[x])

    def head(self, maps, channels, name):
        flat = []
        for k, x in enumerate(maps):
            y = self.conv(x, channels, 3, f"{name}_{k}", pad=1)
            y = self.node("transpose", f"{name}_{k}_t", [y], dict(axes=(0, 2, 3, 1)), self.values[y].permute(0, 2, 3, 1))
            flat.append(self.node("Flatten", f"{name}_{k}_f", [y], {}, self.values[y].flatten(1)))
        return self.node("Concat", name, flat, dict(dim=1, num_args=len(flat)), torch.cat([self.values[i] for i in flat], 1))

    def normalised(self, x, name):
        v = self.values[x]
        y = self.node("L2Normalization", name, [x], dict(mode="channel"), v / (v.square().sum(1, True) + 1e-10).sqrt())
        s = self.variable(name + "_scale", (1, v.shape[1], 1, 1))
        return self.node("broadcast_mul", name + "_product", [s, y], {}, self.values[s] * self.values[y])

    def end(self, *outputs):
        total = 0
        for k, i in enumerate(outputs):
            v = self.values[i]
            total = total + (v * torch.tensor(numbers(v.numel(), 500 + k)).reshape(v.shape)).sum()
            print("|".join(["output", f"{i}:0", str(500 + k), " ".join(map(str, v.shape)), kept(v)]))
        total.backward()
        for name, value in self.arguments.items(): print("|".join(["gradient", name, kept(value.grad)]))
        for name, value in self.running.items(): print("|".join(["running", name, kept(value)]))


n = Network("convolution"); n.end(n.conv(n.stem, 24, 3, "c", stride=2, pad=1))
n = Network("pointwise convolution of stride 2"); n.end(n.conv(n.stem, 32, 1, "c", stride=2, bias=False))
n = Network("dilated convolution"); n.end(n.conv(n.stem, 16, 3, "c", pad=3, dilate=3))
n = Network("depthwise convolution"); n.end(n.conv(n.stem, 16, 3, "c", pad=1, groups=16, bias=False))
n = Network("grouped convolution"); n.end(n.conv(n.conv(n.stem, 32, 1, "b"), 32, 3, "c", pad=1, groups=2))
n = Network("window wider than the map", side=2); n.end(n.conv(n.conv(n.stem, 32, 3, "b", stride=2, pad=1), 24, 3, "c", pad=1))
n = Network("convolution and rectifier"); n.end(n.relu(n.conv(n.stem, 16, 3, "c"), "r"))
n = Network("rectified convolution read twice"); r = n.relu(n.conv(n.stem, 16, 3, "c"), "r"); n.end(n.conv(r, 16, 1, "d"), r)
n = Network("batch normalization"); n.end(n.norm(n.stem, "n"))
n = Network("batch normalization and rectifier"); n.end(n.relu(n.norm(n.stem, "n"), "r"))
n = Network("batch normalization with gamma fixed"); n.end(n.relu(n.norm(n.stem, "n", fix=True, eps=1e-3, momentum=.7), "r"))
n = Network("batch normalization by running statistics"); n.end(n.norm(n.stem, "n", given=True))
n = Network("batch normalization of an odd number of channels"); n.end(n.norm(n.conv(n.stem, 12, 1, "c"), "n"))
n = Network("residual unit"); a = n.relu(n.norm(n.stem, "n"), "r"); s = n.add(n.conv(a, 16, 3, "c", pad=1, bias=False), n.stem, "s"); n.end(n.add(n.conv(n.relu(n.norm(s, "m"), "q"), 16, 1, "d"), s, "z"))
n = Network("projected residual unit"); a = n.relu(n.norm(n.stem, "n"), "r"); s = n.add(n.conv(a, 32, 3, "c", pad=1, stride=2), n.conv(a, 32, 1, "p", stride=2), "s"); n.end(n.relu(s, "t"), s)
n = Network("sum of a tensor with itself"); n.end(n.conv(n.add(n.stem, n.stem, "s"), 16, 1, "c"))
class Normalised(Network):
    """Begins with a batch normalization of the data, whose gamma is fixed."""
    def conv(self, x, filters, kernel, name, **kw):
        if name == "stem": x = self.norm(x, "n", fix=True)
        return super().conv(x, filters, kernel, name, **kw)


n = Normalised("normalised data"); n.end(n.stem)
n = Normalised("normalised data read twice"); n.end(n.stem, n.conv(5, 16, 3, "c", pad=1))
class Wide(Normalised):
    def conv(self, x, filters, kernel, name, **kw):
        return super().conv(x, filters, *((7, name) if name == "stem" else (kernel, name)), **(dict(stride=2, pad=3) if name == "stem" else kw))
n = Wide("wide windows over normalised data", side=9); n.end(n.stem)
n = Network("maximum"); n.end(n.pool(n.stem, "p", pad=1))
n = Network("maximum over the edge"); n.end(n.pool(n.stem, "p", kernel=3, stride=2, full=True))
n = Network("overlapping maximum"); n.end(n.pool(n.stem, "p", kernel=3, stride=1, pad=1))
n = Network("average"); n.end(n.pool(n.stem, "p", "avg", pad=1))
n = Network("average without padding"); n.end(n.pool(n.stem, "p", "avg", pad=1, include=False))
n = Network("average of the whole map"); n.end(n.pool(n.stem, "p", "avg", whole=True))
n = Network("normalised and scaled"); n.end(n.conv(n.normalised(n.relu(n.stem, "r"), "l"), 16, 1, "c"))
n = Network("heads"); b = n.conv(n.stem, 16, 3, "b", stride=2, pad=1); maps = [n.identity(n.stem, "i"), b]
loc = n.head(maps, 8, "loc"); cls = n.head(maps, 6, "cls")
r = n.node("Reshape", "rows", [cls], dict(shape=(0, -1, 3)), n.values[cls].reshape(2, -1, 3))
n.end(n.node("transpose", "logits", [r], dict(axes=(0, 2, 1)), n.values[r].permute(0, 2, 1)), loc)
