"""Trains the sample model on phantom chest images and exports it as ONNX.

    node scripts/sample-model/write-training-images.mjs FOLDER
    /usr/bin/python3 scripts/sample-model/train.py FOLDER public/sample/opacity.onnx

Needs Debian's python3-torch (1.13) and python3-onnx (1.12); a few minutes on one core. Seeded, one thread: the same
machine gives the same file. Prints its SHA-256, which lib/phantom/sample-model.ts names.
"""

import hashlib
import sys

import numpy as np
import onnx
import torch
from torch import nn

SEED, SIDE, EPOCHS, BATCH = 20261, 96, 9, 64
folder, target = sys.argv[1], sys.argv[2]
torch.manual_seed(SEED)
torch.set_num_threads(1)
torch.use_deterministic_algorithms(True)

pixels = np.fromfile(f"{folder}/images.u8", dtype=np.uint8).reshape(-1, 1, SIDE, SIDE)
labels = np.genfromtxt(f"{folder}/labels.csv", delimiter=",", names=True, dtype=None, encoding="utf8")
images = torch.from_numpy(pixels.astype(np.float32) / 255)
seen = torch.from_numpy(labels["label"].astype(np.float32))
held = np.arange(len(images)) % 8 == 7
train = np.flatnonzero(~held)


def block(inputs, outputs, stride):
    return [nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU()]


class SampleModel(nn.Module):
    """Four convolutions; what is brightest and what is usual in each of 48 maps; one logit."""

    def __init__(self):
        super().__init__()
        self.maps = nn.Sequential(*block(1, 12, 2), *block(12, 24, 2), *block(24, 48, 2), *block(48, 48, 1))
        self.logit = nn.Linear(96, 1)

    def forward(self, image):
        maps = self.maps(image - 0.5)
        return self.logit(torch.cat([maps.amax(dim=(2, 3)), maps.mean(dim=(2, 3))], dim=1))


model = SampleModel()
steps = EPOCHS * (len(train) // BATCH + 1)
optimiser = torch.optim.AdamW(model.parameters(), lr=3e-3, weight_decay=1e-2)
schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, max_lr=6e-3, total_steps=steps)
loss_of = nn.BCEWithLogitsLoss()
for epoch in range(EPOCHS):
    model.train()
    total = 0.0
    for rows in torch.from_numpy(train)[torch.randperm(len(train))].split(BATCH):
        loss = loss_of(model(images[rows])[:, 0], seen[rows])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        total += loss.item() * len(rows)
    print(f"epoch {epoch + 1}: loss {total / len(train):.4f}", flush=True)

model.eval()
with torch.no_grad():
    scores = torch.sigmoid(model(images[held]))[:, 0].numpy()
truth = labels["truth"][held] == 1
for sex in "FM":
    own = labels["sex"][held] == sex
    print(
        f"held out, {sex}: sensitivity {np.mean(scores[own & truth] >= 0.5):.2f},"
        f" specificity {np.mean(scores[own & ~truth] < 0.5):.2f}"
    )

torch.onnx.export(
    model,
    images[:1],
    target,
    input_names=["image"],
    output_names=["logit"],
    dynamic_axes={"image": {0: "batch"}, "logit": {0: "batch"}},
    opset_version=13,
)
exported = onnx.load(target)
exported.doc_string = "Equiscope's sample model: finds opacities in phantom chest images, worse in women on purpose. Synthetic."
onnx.checker.check_model(exported)
onnx.save(exported, target)
with open(target, "rb") as file:
    content = file.read()
print(f"{target}: {len(content)} bytes, SHA-256 {hashlib.sha256(content).hexdigest()}")
