"""Prints what BaseNetworkTests expects of resnet-50's graph: the FNV-1a hash of a real SageMaker symbol, node by node.

  python3 resnet50_symbol.py model_algo_1-symbol.json

The file is the one that a training with resnet-50, 300 pixels and one class left in its model.tar.gz.
"""
import json, sys

def fnv(text, value=0xCBF29CE484222325):
    for byte in text.encode(): value = ((value ^ byte) * 0x100000001B3) & (2**64 - 1)
    return value

graph = json.load(open(sys.argv[1]))
lines = []
for node in graph["nodes"]:
    attributes = ";".join(f"{k}={v}" for k, v in sorted(node.get("attrs", {}).items()))
    inputs = " ".join(",".join(map(str, i)) for i in node["inputs"])
    lines.append(f"{node['op']}|{node['name']}|{attributes}|{inputs}\n")
lines.append(" ".join(",".join(map(str, h)) for h in graph["heads"]) + "\n")
print(len(graph["nodes"]), hex(fnv("".join(lines))))
