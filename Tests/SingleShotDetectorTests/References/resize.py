"""Writes resize.txt: small pictures as Pillow's bilinear filter resizes them to squares.

  python3 -m venv pillow && pillow/bin/pip install numpy pillow
  pillow/bin/python resize.py > resize.txt

A picture's levels follow from a formula that NetworkInputTests.swift repeats.
"""
import numpy as np
from PIL import Image

for width, height, side in [(13, 9, 8), (5, 4, 8), (16, 31, 12), (1, 1, 3), (24, 8, 8)]:
    y, x, c = np.mgrid[0:height, 0:width, 0:3]
    levels = ((x * 37 + y * 59 + c * 83 + x * y * 7) % 256).astype(np.uint8)
    resized = np.asarray(Image.fromarray(levels).resize((side, side), Image.BILINEAR))
    print(width, height, side, " ".join(map(str, resized.ravel())), sep="|")
