"""Makes a training step with MXNet 1.9.1 for each line it is sent; its argument is the folder of a model.tar.gz and a batch."""
import sys, os, tarfile
import numpy as np
np.bool = bool
import mxnet as mx
folder = sys.argv[1]
tarfile.open(folder + "/model.tar.gz").extractall(folder)
read = lambda name: next(f for f in sorted(os.listdir(folder)) if f.endswith(name))
symbol = mx.sym.load(os.path.join(folder, read("-symbol.json")))
saved = mx.nd.load(os.path.join(folder, read(".params")))
data = np.fromfile(folder + "/data.bin", np.float32)
label = np.fromfile(folder + "/label.bin", np.float32).reshape(-1, 3, 5)
data = data.reshape(len(label), 3, *[int((data.size / 3 / len(label)) ** 0.5 + 0.5)] * 2)
m = mx.mod.Module(symbol, data_names=["data"], label_names=["label"])
m.bind([("data", data.shape)], [("label", label.shape)])
m.init_params(arg_params={k[4:]: v for k, v in saved.items() if k[:4] == "arg:"},
              aux_params={k[4:]: v for k, v in saved.items() if k[:4] == "aux:"})
m.init_optimizer("local", "sgd", dict(learning_rate=0.001, momentum=0.9, wd=0.0005, rescale_grad=1.0))
batch = mx.io.DataBatch([mx.nd.array(data)], [mx.nd.array(label)])
print("ready", flush=True)
for line in sys.stdin:
    m.forward(batch, is_train=True); m.backward(); m.update(); mx.nd.waitall()
    print("done", flush=True)
