"""Times another engine: python worker.py onnxruntime|openvino[-bf16] MODEL.onnx SIDE THREADS

Prints "ready" and a digest of the outputs, then for every number of runs it reads a line of milliseconds.
"""
import sys, time
import numpy as np

engine, path, side, threads = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
# What the benchmark gives its own plan: levels that repeat.
x = ((np.arange(3 * side * side) * 37 % 255).astype(np.float32) - 115).reshape(1, 3, side, side)
if engine == "onnxruntime":
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads, options.log_severity_level = threads, 1, 3
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    run = lambda: session.run(None, {"data": x})
else:
    import openvino
    core = openvino.Core()
    hint = "bf16" if engine.endswith("bf16") else "f32"
    compiled = core.compile_model(core.read_model(path), "CPU", {
        "INFERENCE_NUM_THREADS": threads, "NUM_STREAMS": 1, "PERFORMANCE_HINT": "LATENCY", "INFERENCE_PRECISION_HINT": hint})
    request = compiled.create_infer_request()
    def run():
        request.infer({0: x})
        return [request.get_output_tensor(i).data for i in (0, 1)]
outputs = run()
run()
print("ready", *("%.6g" % np.abs(o).sum(dtype=np.float64) for o in outputs), flush=True)
for line in sys.stdin:
    times = []
    for _ in range(int(line)):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1e3)
    print(*("%.4f" % t for t in times), flush=True)
