"""Writes networks.txt: small networks and what MXNet 1.9.1 computes of them.

  python3 -m venv mx && mx/bin/pip install mxnet==1.9.1 'numpy<2'
  mx/bin/python networks.py > networks.txt

Parameters and data follow from a formula that ReferenceNetwork.swift repeats, so only results are kept.
"""
import json
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


def parameter(name, shape, seed):
    v = numbers(int(np.prod(shape)), seed)
    if name.endswith("_weight"): v = v * np.sqrt(3 / np.prod(shape[1:]))
    elif name.endswith(("_gamma", "_moving_var")): v = 1 + 0.5 * v
    elif name.endswith("_scale"): v = 2 + v
    elif name != "data": v = 0.3 * v
    return mx.nd.array(v.astype(np.float32).reshape(shape))


def conv(x, filters, kernel, name, stride=1, pad=0, dilate=1, groups=1, bias=True):
    return S.Convolution(x, num_filter=filters, kernel=(kernel,) * 2, stride=(stride,) * 2, pad=(pad,) * 2,
                         dilate=(dilate,) * 2, num_group=groups, no_bias=not bias, name=name)


def norm(x, name, fix=False): return S.BatchNorm(x, fix_gamma=fix, eps=2e-5, momentum=.9, name=name)
def relu(x, name): return S.Activation(x, act_type="relu", name=name)


def head(x, anchors, classes, name):
    y = conv(x, anchors * classes, 3, name, pad=1)
    return S.Flatten(S.transpose(y, axes=(0, 2, 3, 1), name=name + "_t"), name=name + "_f")


def preactivation():
    x = norm(S.identity(S.Variable("data"), name="id"), "bn_data", fix=True)
    x = S.Pooling(relu(norm(conv(x, 16, 5, "conv0", 2, 2, bias=False), "bn0"), "relu0"), kernel=(3, 3), stride=(2, 2),
                  pad=(1, 1), pool_type="max", name="pool0")
    taps = []
    for unit, (filters, stride) in enumerate([(32, 1), (32, 1), (48, 2)]):
        n = f"unit{unit}_"
        a = relu(norm(x, n + "bn1"), n + "relu1")
        y = relu(norm(conv(a, filters // 2, 1, n + "conv1", bias=False), n + "bn2"), n + "relu2")
        y = relu(norm(conv(y, filters // 2, 3, n + "conv2", stride, 1, bias=False), n + "bn3"), n + "relu3")
        y = conv(y, filters, 1, n + "conv3", bias=False)
        x = S.elemwise_add(y, x if unit == 1 else conv(a, filters, 1, n + "sc", stride, bias=False), name=f"_plus{unit}")
        taps.append(x)
    classes = S.concat(*[head(t, 2, 3, f"cls{i}") for i, t in enumerate(taps[1:])], dim=1, name="cls")
    places = S.concat(*[head(t, 2, 4, f"loc{i}") for i, t in enumerate(taps[1:])], dim=1, name="loc")
    logits = S.transpose(S.reshape(classes, shape=(0, -1, 3), name="rows"), axes=(0, 2, 1), name="logits")
    return (2, 3, 24, 20), [logits, places]


def plain():
    x = relu(conv(S.Variable("data"), 16, 3, "conv1", pad=1), "relu1")
    x = S.Pooling(x, kernel=(2, 2), stride=(2, 2), pool_type="max", pooling_convention="full", name="pool1")
    x = relu(conv(x, 24, 3, "conv2", pad=1), "relu2")
    scale = S.Variable("relu2_scale", shape=(1, 24, 1, 1))
    tap = S.broadcast_mul(lhs=scale, rhs=S.L2Normalization(x, mode="channel", name="relu2_norm"), name="relu2_scaled")
    x = S.Pooling(x, kernel=(3, 3), stride=(1, 1), pad=(1, 1), pool_type="max", name="pool2")
    x = relu(conv(x, 40, 3, "fc6", pad=3, dilate=3), "relu6")
    x = S.Dropout(relu(conv(x, 32, 1, "fc7"), "relu7"), p=0.5, name="drop7")
    return (1, 3, 13, 11), [S.concat(head(tap, 2, 4, "loc0"), head(x, 3, 4, "loc1"), dim=1, name="loc")]


def odd():
    """Channels that fill no block, groups, sums read again, averages, and what is left unfused."""
    x = relu(conv(S.Variable("data"), 20, 3, "conv1", pad=1), "relu1")
    y = norm(conv(x, 20, 3, "conv2", pad=1, groups=20, bias=False), "bn2")
    z = relu(S.elemwise_add(y, x, name="sum1"), "relu3")
    w = S.elemwise_add(conv(z, 20, 1, "conv3"), z, name="sum2")
    v = S.concat(w, norm(z, "bn4"), x, dim=1, name="joined")
    u = S.Pooling(v, kernel=(3, 3), stride=(2, 2), pad=(1, 1), pool_type="avg", name="mean")
    r = relu(u, "relu5")
    t = conv(r, 12, 3, "conv6", pad=1, groups=3)
    s = S.elemwise_mul(S.elemwise_sub(t, S.identity(conv(r, 12, 1, "conv7"), name="same"), name="less"), t, name="times")
    g = S.Flatten(S.Pooling(s, kernel=(1, 1), global_pool=True, pool_type="avg", name="global"), name="flat")
    return (2, 4, 7, 9), [w, g, S.Flatten(s, name="rows")]


for make in (preactivation, plain, odd):
    shape, outputs = make()
    symbol = S.Group(outputs)
    arguments, _, statistics = symbol.infer_shape(data=shape)
    names = symbol.list_arguments() + symbol.list_auxiliary_states()
    values = {n: parameter(n, s, i + 1) for i, (n, s) in enumerate(zip(names, arguments + statistics))}
    graph = json.loads(symbol.tojson())
    print("network", make.__name__)
    for node in graph["nodes"]:
        attributes = ";".join(f"{k}={v}" for k, v in sorted(node.get("attrs", {}).items()) if k == "__shape__" or not k.startswith("__"))
        print("node", node["op"], node["name"], ",".join(f"{i[0]}:{i[1]}" for i in node["inputs"]) or "-", attributes, sep="|")
    for i, (n, s) in enumerate(zip(names, arguments + statistics)):
        kind = "data" if n == "data" else "statistic" if n in symbol.list_auxiliary_states() else "argument"
        print(kind, n, i + 1, ",".join(map(str, s)), sep="|")
    executor = symbol.bind(mx.cpu(), {n: values[n] for n in symbol.list_arguments()},
                           aux_states={n: values[n] for n in symbol.list_auxiliary_states()}, grad_req="null")
    for head_, result in zip(graph["heads"], executor.forward(is_train=False)):
        r = result.asnumpy()
        print("output", f"{head_[0]}:{head_[1]}", ",".join(map(str, r.shape)), " ".join("%.6g" % v for v in r.ravel()), sep="|")
