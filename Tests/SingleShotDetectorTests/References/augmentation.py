"""Colours and sizes as OpenCV changes them, which is what MXNet's augmenter calls.

pip install opencv-python-headless && python3 augmentation.py > augmentation.json
"""
import json

import cv2
import numpy as np


def main():
    random = np.random.default_rng(11)
    colors = random.integers(0, 256, (1, 120, 3), dtype=np.uint8)
    colors[0, :12] = [[0, 0, 0], [255, 255, 255], [255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 0],
                      [255, 0, 255], [0, 255, 255], [128, 128, 128], [1, 0, 0], [254, 255, 254], [200, 10, 11]]
    hls = cv2.cvtColor(colors, cv2.COLOR_RGB2HLS)
    shifts = []
    for h, l, s, contrast in [(18, 0, 0, 1), (-11, 0, 0, 1), (0, 32, 0, 1), (0, -32, 0, 1), (0, 0, 31, 1),
                              (0, 0, -32, 1), (9, -20, 25, 1), (0, 0, 0, 1.37), (0, 0, 0, 0.5), (-5, 12, -9, 0.8)]:
        moved = hls.astype(int) + [h, l, s]
        moved = np.clip(moved, 0, [180, 255, 255]).astype(np.uint8)
        result = colors if (h, l, s) == (0, 0, 0) else cv2.cvtColor(moved, cv2.COLOR_HLS2RGB)
        result = cv2.convertScaleAbs(result, alpha=contrast) if contrast != 1 else result
        shifts.append({"shift": [h, l, s], "contrast": contrast, "rgb": result.flatten().tolist()})

    rows, columns = np.mgrid[0:17, 0:23]
    picture = np.stack([columns * 11, rows * 15, (columns * rows * 7) % 256], -1).astype(np.uint8)
    picture[5:9, 6:12] = [250, 20, 90]
    methods = {"nearest": cv2.INTER_NEAREST, "bilinear": cv2.INTER_LINEAR, "cubic": cv2.INTER_CUBIC,
               "area": cv2.INTER_AREA, "lanczos": cv2.INTER_LANCZOS4}
    sizes = [{"method": name, "side": side,
              "rgb": cv2.resize(picture, (side, side), interpolation=method).flatten().tolist()}
             for name, method in methods.items() for side in (9, 20, 31)]
    print(json.dumps({"colors": colors.flatten().tolist(), "hls": hls.flatten().tolist(), "shifts": shifts,
                      "width": 23, "height": 17, "picture": picture.flatten().tolist(), "sizes": sizes}))


if __name__ == "__main__":
    main()
