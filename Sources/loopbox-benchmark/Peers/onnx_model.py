"""Turns a model.tar.gz into ONNX, so that other engines run the same weights: python onnx_model.py MODEL SIDE OUT.onnx"""
import ast, io, json, struct, sys, tarfile
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def read_params(raw):
    """The arrays of a .params file in MXNet's V2 format (contract §8.1)."""
    f = io.BytesIO(raw)
    take = lambda pattern: struct.unpack("<" + pattern, f.read(struct.calcsize("<" + pattern)))
    _, _, count = take("3Q")
    arrays = []
    for _ in range(count):
        magic, storage, ndim = take("Iii")
        assert magic == 0xF993FAC9 and storage == 0
        shape = take(f"{ndim}q")
        _, _, kind = take("3i")
        assert kind == 0
        arrays.append(np.frombuffer(f.read(4 * int(np.prod(shape))), "<f4").reshape(shape))
    names = [f.read(take("Q")[0]).decode() for _ in range(take("Q")[0])]
    return {n.split(":", 1)[1]: a for n, a in zip(names, arrays)}


def needed(nodes, entries):
    keep, stack = set(), [e[0] for e in entries]
    while stack:
        i = stack.pop()
        if i not in keep:
            keep.add(i)
            stack += [e[0] for e in nodes[i]["inputs"]]
    return sorted(keep)


def convert(path, side):
    members = {}
    with tarfile.open(path) as tar:
        for m in tar:
            members[m.name.rsplit(".", 1)[-1] if m.name.endswith((".params",)) else m.name.rsplit("-", 1)[-1]] = tar.extractfile(m).read()
    values, nodes = read_params(members["params"]), json.loads(members["symbol.json"])["nodes"]
    detection = next(n for n in nodes if "MultiBoxDetection" in n["op"])
    logits = nodes[detection["inputs"][0][0]]["inputs"][0]
    outputs = [logits, detection["inputs"][1]]
    name = lambda e: nodes[e[0]]["name"]
    made, constants, inits = [], {}, set()
    add = lambda op, ins, out, **at: made.append(helper.make_node(op, ins, [out], **at))

    def constant(key, array):
        constants[key] = array
        return key

    for i in needed(nodes, outputs):
        n = nodes[i]
        at = n.get("attrs") or n.get("attr") or n.get("param") or {}
        ins, out, op = [name(e) for e in n["inputs"]], n["name"], n["op"]
        pair = lambda k, d: list(ast.literal_eval(at.get(k, d)))
        yes = lambda k, d: at.get(k, d) in ("True", "1", "true")
        if op == "null":
            if out in values: constants[out] = values[out]
        elif op == "Convolution":
            p = pair("pad", "(0, 0)")
            add("Conv", ins, out, kernel_shape=pair("kernel", ""), strides=pair("stride", "(1, 1)"), pads=p + p,
                dilations=pair("dilate", "(1, 1)"), group=int(at.get("num_group", 1)))
        elif op == "BatchNorm":
            if yes("fix_gamma", "True"): constants[ins[1]] = np.ones_like(values[ins[1]])
            add("BatchNormalization", ins, out, epsilon=float(at.get("eps", 1e-3)))
        elif op == "Activation": add("Relu", ins, out)
        elif op == "Pooling":
            p = pair("pad", "(0, 0)")
            add("MaxPool", ins, out, kernel_shape=pair("kernel", ""), strides=pair("stride", "(1, 1)"), pads=p + p,
                ceil_mode=int(at.get("pooling_convention") == "full"))
        elif op in ("elemwise_add", "_Plus", "broadcast_add"): add("Add", ins, out)
        elif op == "broadcast_mul": add("Mul", ins, out)
        elif op in ("identity", "_copy", "Dropout"): add("Identity", ins, out)
        elif op == "Flatten": add("Flatten", ins, out, axis=1)
        elif op == "transpose": add("Transpose", ins, out, perm=pair("axes", ""))
        elif op == "Concat": add("Concat", ins, out, axis=int(at.get("dim", 1)))
        elif op == "Reshape": add("Reshape", [ins[0], constant(out + "_shape", np.array(pair("shape", ""), np.int64))], out)
        elif op == "L2Normalization": add("LpNormalization", ins, out, axis=1, p=2)
        else: raise SystemExit(f"{op} is not known here")
    graph = helper.make_graph(
        made, "network", [helper.make_tensor_value_info("data", TensorProto.FLOAT, [1, 3, side, side])],
        [helper.make_tensor_value_info(name(e), TensorProto.FLOAT, None) for e in outputs],
        [numpy_helper.from_array(np.ascontiguousarray(v), k) for k, v in constants.items()])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


if __name__ == "__main__":
    onnx.save(convert(sys.argv[1], int(sys.argv[2])), sys.argv[3])
