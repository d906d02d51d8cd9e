"""The sample's six networks, written down once more in PyTorch, and a few steps of training."""
from collections import Counter, OrderedDict

import torch
import torch.nn.functional as F
from torch import nn


class SameConv2d(nn.Conv2d):
    """Keras's padding 'same': ceil(size / stride) positions. An odd row or column of zeros goes to the end."""

    def forward(self, images):
        border = []
        for axis in (3, 2):  # F.pad wants the last axis first
            size, kernel, stride = images.shape[axis], self.kernel_size[axis - 2], self.stride[axis - 2]
            positions = (size + stride - 1) // stride
            zeros = max(0, (positions - 1) * stride + kernel - size)
            border += [zeros // 2, zeros - zeros // 2]
        return super().forward(F.pad(images, border))


def network(same, stride, normalized):
    """Layers are named as Keras names them."""
    layers, counts = OrderedDict(), Counter()

    def add(kind, layer):
        number = counts[kind]
        layers[f"{kind}_{number}" if number else kind] = layer
        counts[kind] += 1

    size, channels = 28, 1
    for _ in range(3):
        add("conv2d", (SameConv2d if same else nn.Conv2d)(channels, 32, 3, stride))
        add("relu", nn.ReLU())
        if normalized:
            add("batch_normalization", nn.BatchNorm2d(32, eps=1e-3, momentum=0.01))
        size, channels = (size + stride - 1) // stride if same else (size - 3) // stride + 1, 32
    add("flatten", nn.Flatten())
    add("dense", nn.Linear(size * size * channels, 128))
    add("relu", nn.ReLU())
    if normalized:
        add("batch_normalization", nn.BatchNorm1d(128, eps=1e-3, momentum=0.01))
    add("dense", nn.Linear(128, 10))
    return nn.Sequential(layers)


def train(model, weights, images, labels, batch_size, optimizer):
    """Takes the weights as they are, goes through the images once in order and gives the loss of each step.

    The optimizer is a function of the parameters.
    """
    model.load_state_dict(weights)
    optimizer = optimizer(model.parameters())
    losses = []
    for start in range(0, len(labels), batch_size):
        optimizer.zero_grad()
        loss = F.cross_entropy(model(images[start:start + batch_size]), labels[start:start + batch_size])
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return torch.tensor(losses)
