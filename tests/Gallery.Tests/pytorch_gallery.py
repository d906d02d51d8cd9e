"""The gallery's networks, written down once more in PyTorch, and a few steps of training."""
import torch
import torch.nn.functional as F
from torch import nn


class Network(nn.Module):
    """Layers by the names that they are saved under, and what a batch goes through."""

    def __init__(self, way, **layers):
        super().__init__()
        self.way = way
        for name, layer in layers.items():
            self.add_module(name, layer)

    def forward(self, *inputs):
        return self.way(self, *inputs)


def same(inputs, outputs, kernel=3):
    return nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2)


def segmentation(net, x):
    level1 = F.relu(net.level1(F.relu(net.conv2d(x))))
    level2 = F.relu(net.level2(F.max_pool2d(level1, 2)))
    x = F.interpolate(F.relu(net.conv2d_1(F.max_pool2d(level2, 2))), scale_factor=2)
    x = F.interpolate(F.relu(net.conv2d_2(torch.cat([level2, x], 1))), scale_factor=2)
    return net.conv2d_4(F.relu(net.conv2d_3(torch.cat([level1, x], 1))))


def denoising(net, x):
    x = F.relu(net.conv2d_1(F.max_pool2d(F.relu(net.conv2d(x)), 2)))
    return net.conv2d_3(F.relu(net.conv2d_2(F.interpolate(x, scale_factor=2))))


def signals(net, x):
    x = F.max_pool1d(F.relu(net.conv1d(x)), 2)
    x = F.max_pool1d(F.relu(net.conv1d_1(x)), 2)
    return net.dense(F.relu(net.conv1d_2(x)).mean(2))


def code(net, x):
    x = F.max_pool2d(F.relu(net.conv2d(x)), 2)
    return F.max_pool2d(F.relu(net.conv2d_1(x)), 2).flatten(1)


def pairs(net, left, right):
    difference = net.code.dense(code(net.code, left)) - net.code.dense(code(net.code, right))
    return net.dense(difference * difference)


def heads(net, x):
    hidden = F.relu(net.code(code(net, x)))
    return net.digit(hidden), net.slanted(hidden)


def table(net, x):
    return net.dense_2(F.relu(net.dense_1(F.relu(net.dense(x)))))


NETWORKS = {
    "segmentation": lambda: Network(
        segmentation, conv2d=same(1, 8), level1=same(8, 8), level2=same(8, 16), conv2d_1=same(16, 32), conv2d_2=same(48, 16),
        conv2d_3=same(24, 8), conv2d_4=same(8, 2, 1)),
    "denoising": lambda: Network(denoising, conv2d=same(1, 16), conv2d_1=same(16, 32), conv2d_2=same(32, 16), conv2d_3=same(16, 1)),
    "signals": lambda: Network(
        signals, conv1d=nn.Conv1d(1, 16, 7), conv1d_1=nn.Conv1d(16, 32, 5), conv1d_2=nn.Conv1d(32, 32, 3), dense=nn.Linear(32, 4)),
    "pairs": lambda: Network(
        pairs, code=Network(None, conv2d=nn.Conv2d(1, 16, 3), conv2d_1=nn.Conv2d(16, 32, 3), dense=nn.Linear(800, 32)), dense=nn.Linear(32, 1)),
    "heads": lambda: Network(
        heads, conv2d=nn.Conv2d(1, 16, 3), conv2d_1=nn.Conv2d(16, 32, 3), code=nn.Linear(800, 64), digit=nn.Linear(64, 10),
        slanted=nn.Linear(64, 1)),
    "table": lambda: Network(table, dense=nn.Linear(6, 64), dense_1=nn.Linear(64, 64), dense_2=nn.Linear(64, 1)),
}

LOSSES = {
    "segmentation": lambda scores, mask: F.cross_entropy(scores, mask.reshape(-1, 32, 32)),
    "denoising": lambda scores, clean: F.binary_cross_entropy_with_logits(scores, clean.reshape(-1, 1, 28, 28)),
    "signals": lambda scores, label: F.cross_entropy(scores, label),
    "pairs": lambda scores, same: F.binary_cross_entropy_with_logits(scores[:, 0], same.float()),
    "heads": lambda scores, digit, slanted: F.cross_entropy(scores[0], digit)
    + 0.5 * F.binary_cross_entropy_with_logits(scores[1][:, 0], slanted.float()),
    "table": lambda numbers, price: F.mse_loss(numbers[:, 0], price),
}


def train(name, weights, inputs, targets, batch_size, learning_rate):
    """Takes the weights as they are, goes through the examples once in order and gives the loss of each step."""
    net = NETWORKS[name]()
    net.load_state_dict(weights)
    optimizer = torch.optim.Adam(net.parameters(), learning_rate, eps=1e-7)
    losses = []
    for start in range(0, len(inputs[0]), batch_size):
        part = slice(start, start + batch_size)
        optimizer.zero_grad()
        loss = LOSSES[name](net(*(x[part] for x in inputs)), *(y[part] for y in targets))
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return torch.tensor(losses)
