"""Writes optimizers.txt: a convolution's parameters after three updates by MXNet 1.9.1's Module.

  python3 -m venv mx && mx/bin/pip install mxnet==1.9.1 'numpy<2'
  mx/bin/python optimizers.py > optimizers.txt

A line: the optimizer, the parameter, its numbers. Parameters, data and the output's gradient follow from the formula of
training.py, the learning rate is 0.01, then 0.02, then 0.03.
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


def array(shape, seed): return mx.nd.array(numbers(int(np.prod(shape)), seed).astype(np.float32).reshape(shape))


data = mx.sym.Variable("data")
bias = mx.sym.Variable("c_bias", lr_mult=2.0)
scale = mx.sym.Variable("s_scale", shape=(1, 4, 1, 1), wd_mult=0.5)
symbol = mx.sym.broadcast_mul(scale, mx.sym.Convolution(data, bias=bias, num_filter=4, kernel=(1, 1), name="c"), name="s")
cases = {
    "sgd": ("sgd", dict(momentum=0.9, wd=0.05)), "plain": ("sgd", dict(wd=0.05)), "adam": ("adam", dict(wd=0.05)),
    "rmsprop": ("rmsprop", dict(wd=0.05)), "centered": ("rmsprop", dict(wd=0.05, centered=True)),
    "adadelta": ("adadelta", dict(wd=0.05)), "scaled": ("sgd", dict(momentum=0.9, wd=0.05, rescale_grad=0.25)),
}
for case, (name, settings) in cases.items():
    m = mx.mod.Module(symbol, data_names=["data"], label_names=[])
    m.bind([("data", (2, 3, 2, 2))], for_training=True)
    m.init_params(arg_params={"c_weight": array((4, 3, 1, 1), 2), "c_bias": array((4,), 3), "s_scale": array((1, 4, 1, 1), 4)})
    optimizer = mx.optimizer.create(
        name, sym=symbol, param_idx2name=dict(enumerate(m._param_names)), **{"rescale_grad": 1.0, "learning_rate": 0.01, **settings})
    m.init_optimizer(optimizer=optimizer)
    batch = mx.io.DataBatch([array((2, 3, 2, 2), 1)], [])
    for step in range(3):
        optimizer.lr = 0.01 * (step + 1)
        m.forward(batch, is_train=True)
        m.backward([array((2, 4, 2, 2), 500)])
        m.update()
    for parameter, value in m.get_params()[0].items():
        print("|".join([case, parameter, " ".join(f"{v:.9g}" for v in value.asnumpy().ravel())]))
