"""Makes the files of Artifact/ with Apache MXNet, and what MXNet itself reads from them.

  python3 -m venv mx && mx/bin/pip install mxnet==1.9.1 'numpy<2'
  mx/bin/python artifact.py

types.params and scalar.params are written by MXNet (versions 2 and 3 of the format); first.params and
legacy.params by hand, since MXNet no longer writes those versions, and read back by it. arrays.txt has a line for each
array: file, name, shape, elements. tiny.tar.gz is a training graph of two maps with its parameters, shapes.txt has the
shapes that MXNet infers for it: what, name, shape. early-symbol.json is the same graph in the form of version 0.8.
"""
import io, json, os, struct, tarfile
import numpy as np
np.bool = bool
import mxnet as mx

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Artifact")
os.makedirs(here, exist_ok=True)
def path(name): return os.path.join(here, name)

mx.random.seed(3); np.random.seed(3)
lines = []
def note(file, arrays):
    for name, array in arrays.items():
        values = array.asnumpy().astype(np.float32).reshape(-1)
        lines.append("\t".join([file, name, ",".join(map(str, array.shape)), ",".join(repr(float(v)) for v in values)]))

bfloat16 = np.dtype([("bfloat16", np.uint16)])
# All types that MXNet 1.9.1 saves.
base = np.array([[0, 1, 2], [3, 100, 117]])
arrays = {f"arg:{t}": mx.nd.array(base, dtype=t) for t in ["uint8", "int8", "int32", "int64"]}
arrays["arg:float32"] = mx.nd.array([[1.5, -2.25e-3], [3.4e38, 1e-40]], dtype="float32")
arrays["arg:float64"] = mx.nd.array([0.1, -1e-3, 123456.789], dtype="float64")
arrays["arg:float16"] = mx.nd.array([0.1, 65504, -6e-8, 1], dtype="float16")
arrays["arg:bfloat16"] = mx.nd.array([0.1, -3.0, 1e30], dtype="float32").astype(bfloat16)
arrays["aux:bool"] = mx.nd.array([1, 0, 1], dtype="bool")
arrays["aux:empty_axis"] = mx.nd.array([7], dtype="float32").reshape((1, 1, 1, 1, 1))
mx.nd.save(path("types.params"), arrays)
note("types.params", {n: (a.astype("float32") if n == "arg:bfloat16" else a) for n, a in mx.nd.load(path("types.params")).items()})

with mx.util.np_shape(True):
    scalar = {"arg:scalar": mx.nd.ones(()) * 2.5, "arg:vector": mx.nd.array([1, 2], dtype="float32")}
    mx.nd.save(path("scalar.params"), scalar)
    note("scalar.params", mx.nd.load(path("scalar.params")))

def by_hand(name, record):
    values = {"arg:a": np.array([[1, 2, 3], [4, 5, 6]], np.float32), "aux:b": np.array([0.5], np.float32)}
    data = struct.pack("<QQQ", 0x112, 0, len(values)) + b"".join(map(record, values.values())) + struct.pack("<Q", len(values))
    for n in values: data += struct.pack("<Q", len(n)) + n.encode()
    open(path(name), "wb").write(data)
    note(name, mx.nd.load(path(name)))
tail = struct.pack("<iii", 1, 0, 0)
by_hand("first.params", lambda v: struct.pack("<II", 0xF993FAC8, v.ndim) + struct.pack(f"<{v.ndim}q", *v.shape) + tail + v.tobytes())
by_hand("legacy.params", lambda v: struct.pack("<I", v.ndim) + struct.pack(f"<{v.ndim}I", *v.shape) + tail + v.tobytes())
open(path("arrays.txt"), "w").write("\n".join(lines) + "\n")

# A training graph with two maps and every operator of SSD on VGG and ResNet.
S = mx.sym
data, label = S.Variable("data"), S.Variable("label")
net = S.BatchNorm(data, name="bn", fix_gamma=True, eps=2e-5)
net = S.Convolution(net, kernel=(3, 3), stride=(2, 2), pad=(1, 1), num_filter=8, no_bias=True, name="conv0")
net = S.Activation(S.BatchNorm(net, name="bn0", fix_gamma=False), act_type="relu", name="relu0")
net = S.Pooling(net, kernel=(2, 2), stride=(2, 2), pool_type="max", pooling_convention="full", name="pool0")
first = net + S.Convolution(net, kernel=(3, 3), pad=(2, 2), dilate=(2, 2), num_filter=8, num_group=2, name="conv1")
scaled = S.broadcast_mul(S.Variable("scale", shape=(1, 8, 1, 1), init=mx.init.Constant(20)), S.L2Normalization(first, mode="channel", name="norm"))
second = S.Activation(S.Convolution(first, kernel=(3, 3), stride=(2, 2), num_filter=8, name="conv2"), act_type="relu", name="relu2")
locations, classes, priors = [], [], []
for map, name, sizes, ratios in [(scaled, "map0", (.2, .3), (1, 2, .5)), (second, "map1", (.5, .7), (1, 2))]:
    a = len(sizes) - 1 + len(ratios)
    for outputs, kind, n in [(locations, "loc", 4), (classes, "cls", 4)]:
        conv = S.Convolution(map, kernel=(3, 3), pad=(1, 1), num_filter=a * n, name=f"{name}_{kind}_pred_conv")
        outputs.append(S.Flatten(S.transpose(conv, axes=(0, 2, 3, 1))))
    priors.append(S.Flatten(S.contrib.MultiBoxPrior(map, sizes=sizes, ratios=ratios, name=f"{name}_anchors")))
locations = S.Concat(*locations, dim=1, name="multibox_loc_pred")
classes = S.transpose(S.Reshape(S.Concat(*classes, dim=1), shape=(0, -1, 4)), axes=(0, 2, 1), name="multibox_cls_pred")
anchors = S.Reshape(S.Concat(*priors, dim=1), shape=(0, -1, 4), name="multibox_anchors")
target = S.contrib.MultiBoxTarget(anchors, label, classes, overlap_threshold=.5, ignore_label=-1, negative_mining_ratio=3, name="multibox_target")
prob = S.SoftmaxOutput(classes, target[2], ignore_label=-1, use_ignore=True, multi_output=True, normalization="valid", name="cls_prob")
loss = S.MakeLoss(S.smooth_l1(target[1] * (locations - target[0]), scalar=1.0), normalization="valid", name="loc_loss")
detection = S.contrib.MultiBoxDetection(prob, locations, anchors, nms_threshold=.45, nms_topk=50, name="detection")
graph = S.Group([prob, loss, S.MakeLoss(target[2], grad_scale=0, name="cls_label"), S.MakeLoss(detection, grad_scale=0, name="det_out")])

shapes = dict(data=(2, 3, 61, 61), label=(2, 3, 6))
args, outs, auxs = graph.infer_shape(**shapes)
inner = graph.get_internals()
known = [("arg", n, s) for n, s in zip(graph.list_arguments(), args)] + [("aux", n, s) for n, s in zip(graph.list_auxiliary_states(), auxs)]
known += [("out", n, s) for n, s in zip(inner.list_outputs(), inner.infer_shape(**shapes)[1])]
open(path("shapes.txt"), "w").write("".join(f"{k}\t{n}\t{','.join(str(x) for x in s)}\n" for k, n, s in known))

params = {f"arg:{n}": mx.nd.random.normal(0, 0.1, s) for n, s in zip(graph.list_arguments(), args) if n not in shapes}
params.update({f"aux:{n}": mx.nd.ones(s) for n, s in zip(graph.list_auxiliary_states(), auxs)})
mx.nd.save(path("tiny.params"), params)
text = graph.tojson()
with tarfile.open(path("tiny.tar.gz"), "w:gz") as tar:
    for name, content in [("./model_algo_1-0003.params", open(path("tiny.params"), "rb").read()), ("./model_algo_1-symbol.json", text.encode()),
                          ("./hyperparams.json", json.dumps({"num_classes": "3", "base_network": "resnet-50"}).encode())]:
        entry = tarfile.TarInfo(name); entry.size = len(content)
        tar.addfile(entry, io.BytesIO(content))
os.remove(path("tiny.params"))

# As version 0.8 wrote it: `param` and `attr`, two numbers an input, and no variables for running statistics.
old = json.loads(text)
statistics = {i for i, n in enumerate(old["nodes"]) if n["name"].endswith(("_moving_mean", "_moving_var"))}
position, nodes = {}, []
for i, node in enumerate(old["nodes"]):
    if i in statistics: continue
    position[i] = len(nodes)
    attributes = node.pop("attrs", {})
    hidden = {k: v for k, v in attributes.items() if k.startswith("__")}
    if node["op"] != "null": node["param"] = {k: v for k, v in attributes.items() if k not in hidden}
    else: node["param"] = {}
    if hidden: node["attr"] = hidden
    node["inputs"] = [[position[a], b] for a, b, _ in node["inputs"] if a not in statistics]
    node["backward_source_id"] = -1
    nodes.append(node)
early = {"nodes": nodes, "arg_nodes": [i for i, n in enumerate(nodes) if n["op"] == "null"], "heads": [[position[a], b] for a, b, _ in old["heads"]]}
open(path("early-symbol.json"), "w").write(json.dumps(early))
loaded = mx.sym.load(path("early-symbol.json"))
assert loaded.list_arguments() == graph.list_arguments() and loaded.list_auxiliary_states() == graph.list_auxiliary_states()
assert loaded.infer_shape(**shapes) == (args, outs, auxs)
