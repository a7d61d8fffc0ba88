"""Writes pillow-resize.json: Pillow's bilinear resize of float images, which widens its filter where the image shrinks."""
import json
import random

import PIL
from PIL import Image

rng = random.Random(20261124)
cases = []
for (width, height), to in [((8, 8), (4, 4)), ((7, 5), (3, 4)), ((3, 4), (7, 9)), ((16, 2), (5, 6)), ((1, 9), (4, 2))]:
    values = [round(rng.random(), 4) for _ in range(width * height)]
    image = Image.new("F", (width, height))
    image.putdata(values)
    resized = image.resize(to, Image.BILINEAR)
    expected = [round(value, 7) for value in resized.getdata()]
    cases.append({"from": [width, height], "to": list(to), "values": values, "expected": expected})
with open("lib/inference/references/pillow-resize.json", "w") as file:
    json.dump({"tool": f"Pillow {PIL.__version__}", "cases": cases}, file)
    file.write("\n")
