"""The same networks in PyTorch, under the names that the C# program has for them.

Padding is the same on all sides where the stride is two, as PyTorch's users write it: as many sums as with Keras's, and no copy of
the image with zeros around it. Batch normalization has Keras's numbers.
"""
import torch
from torch import nn
from torch.nn import functional as F


def same_convolution(cin, cout, size, stride=1, groups=1, bias=True):
    return nn.Conv2d(cin, cout, size, stride, size // 2, groups=groups, bias=bias)


def normalization(channels, momentum=0.01):
    return nn.BatchNorm2d(channels, eps=1e-3, momentum=momentum)


def convolution_relu(cin, cout, size, stride=1):
    return nn.Sequential(same_convolution(cin, cout, size, stride), nn.ReLU(inplace=True))


def normalized(cin, cout, size, stride=1):
    return nn.Sequential(same_convolution(cin, cout, size, stride, bias=False), normalization(cout))


def halving_pool():
    """Three by three, stride two; a last window that is half outside counts what is inside, as Keras's does."""
    return nn.MaxPool2d(3, 2, ceil_mode=True)


class Classes(nn.Module):
    """Layers that give logits: trained on these, asked for probabilities."""

    def __init__(self, *layers):
        super().__init__()
        self.layers = nn.Sequential(*layers)

    def loss(self, images, targets):
        return F.cross_entropy(self.layers(images), targets)

    def forward(self, images):
        return self.layers(images).softmax(1)

    @staticmethod
    def targets(images, classes):
        return torch.randint(classes, (len(images),))


class Residual(nn.Module):
    def __init__(self, cin, cout):
        super().__init__()
        stride = 1 if cin == cout else 2
        self.main = nn.Sequential(normalized(cin, cout, 3, stride), nn.ReLU(inplace=True), normalized(cout, cout, 3))
        self.side = None if cin == cout else normalized(cin, cout, 1, stride)

    def forward(self, x):
        return F.relu_(self.main(x) + (x if self.side is None else self.side(x)))


def resnet18():
    blocks = [Residual(cin, cout) for cin, cout in ((64, 64), (64, 64), (64, 128), (128, 128), (128, 256), (256, 256), (256, 512), (512, 512))]
    return Classes(
        normalized(3, 64, 7, 2), nn.ReLU(inplace=True), halving_pool(), *blocks, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, 1000))


class Bottleneck(nn.Module):
    def __init__(self, cin, wide, cout, stride):
        super().__init__()
        widening = [] if wide == cin else self.narrow(cin, wide)
        self.adds = stride == 1 and cin == cout
        self.layers = nn.Sequential(
            *widening,
            same_convolution(wide, wide, 3, stride, groups=wide, bias=False), normalization(wide, 0.001), nn.ReLU6(inplace=True),
            nn.Conv2d(wide, cout, 1, bias=False), normalization(cout, 0.001))

    @staticmethod
    def narrow(cin, cout):
        return [nn.Conv2d(cin, cout, 1, bias=False), normalization(cout, 0.001), nn.ReLU6(inplace=True)]

    def forward(self, x):
        return x + self.layers(x) if self.adds else self.layers(x)


def mobilenet_v2():
    layers = [same_convolution(3, 32, 3, 2, bias=False), normalization(32, 0.001), nn.ReLU6(inplace=True)]
    cin = 32
    for expansion, cout, times, stride in (
            (1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)):
        for place in range(times):
            layers.append(Bottleneck(cin, cin * expansion, cout, stride if place == 0 else 1))
            cin = cout
    layers += Bottleneck.narrow(320, 1280)
    return Classes(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(1280, 1000))


class InceptionModule(nn.Module):
    def __init__(self, cin, filters):
        super().__init__()
        self.ways = nn.ModuleList([
            convolution_relu(cin, filters * 4, 1),
            nn.Sequential(convolution_relu(cin, filters * 6, 1), convolution_relu(filters * 6, filters * 8, 3)),
            nn.Sequential(convolution_relu(cin, filters, 1), convolution_relu(filters, filters * 2, 5)),
            nn.Sequential(nn.MaxPool2d(3, 1, 1), convolution_relu(cin, filters * 2, 1)),
        ])

    def forward(self, x):
        return torch.cat([way(x) for way in self.ways], 1)


class Inception(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(
            convolution_relu(3, 64, 7, 2), halving_pool(), convolution_relu(64, 64, 1), convolution_relu(64, 192, 3), halving_pool(),
            InceptionModule(192, 16))
        self.late = nn.Sequential(
            InceptionModule(256, 32), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(0.4), nn.Linear(512, 1000))
        self.early = nn.Sequential(
            nn.AvgPool2d(5, 3), convolution_relu(256, 128, 1), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(128, 1000))

    def logits(self, images):
        x = self.stem(images)
        return self.late(x), self.early(x)

    def loss(self, images, targets):
        late, early = self.logits(images)
        return F.cross_entropy(late, targets) + 0.3 * F.cross_entropy(early, targets)

    def forward(self, images):
        late, early = self.logits(images)
        return late.softmax(1), early.softmax(1)

    targets = staticmethod(Classes.targets)


class TwoByTwo(nn.Conv2d):
    """The odd row and column of zeros lie behind the last ones, as with padding="same", which the exporter does not know."""

    def forward(self, x):
        return super().forward(F.pad(x, (0, 1, 0, 1)))


class Decoder(nn.Module):
    def __init__(self, filters):
        super().__init__()
        self.up = nn.Sequential(nn.Upsample(scale_factor=2), TwoByTwo(filters * 2, filters, 2), nn.ReLU(inplace=True))
        self.rest = two_convolutions(filters * 2, filters)

    def forward(self, x, skip):
        return self.rest(torch.cat([skip, self.up(x)], 1))


def two_convolutions(cin, cout):
    return nn.Sequential(convolution_relu(cin, cout, 3), convolution_relu(cout, cout, 3))


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.down = nn.ModuleList([two_convolutions(cin, cout) for cin, cout in ((1, 64), (64, 128), (128, 256), (256, 512))])
        self.bottom = two_convolutions(512, 1024)
        self.up = nn.ModuleList([Decoder(filters) for filters in (512, 256, 128, 64)])
        self.pixels = nn.Sequential(convolution_relu(64, 2, 3), nn.Conv2d(2, 1, 1))

    def logits(self, x):
        skips = []
        for place, level in enumerate(self.down):
            x = level(x)
            x = F.dropout(x, 0.5, self.training) if place == 3 else x
            skips.append(x)
            x = F.max_pool2d(x, 2)
        x = F.dropout(self.bottom(x), 0.5, self.training)
        for level, skip in zip(self.up, reversed(skips)):
            x = level(x, skip)
        return self.pixels(x)

    def loss(self, images, targets):
        return F.binary_cross_entropy_with_logits(self.logits(images), targets)

    def forward(self, images):
        return self.logits(images).sigmoid()

    @staticmethod
    def targets(images, _):
        return (images > 0).float()


def vgg16():
    layers, cin = [], 3
    for cout, times in ((64, 2), (128, 2), (256, 3), (512, 3), (512, 3)):
        for _ in range(times):
            layers.append(convolution_relu(cin, cout, 3))
            cin = cout
        layers.append(nn.MaxPool2d(2))
    head = [nn.Flatten()]
    for inputs in (512 * 7 * 7, 4096):
        head += [nn.Linear(inputs, 4096), nn.ReLU(inplace=True), nn.Dropout(0.5)]
    return Classes(*layers, *head, nn.Linear(4096, 1000))


def odd_channels():
    layers, cin = [], 3
    for cout in (24, 40, 112):
        for inputs in (cin, cout):
            layers += [normalized(inputs, cout, 3), nn.ReLU(inplace=True)]
        layers.append(nn.MaxPool2d(2))
        cin = cout
    return Classes(*layers, convolution_relu(112, 112, 1), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(112, 10))


def notebook(padding, stride, normalizes):
    layers, size, cin = [], 28, 1
    for _ in range(3):
        layers += [nn.Conv2d(cin, 32, 3, stride, padding), nn.ReLU(inplace=True)]
        layers += [normalization(32)] if normalizes else []
        size, cin = (size + 2 * padding - 3) // stride + 1, 32
    layers += [nn.Flatten(), nn.Linear(32 * size * size, 128), nn.ReLU(inplace=True)]
    layers += [nn.BatchNorm1d(128, eps=1e-3, momentum=0.01)] if normalizes else []
    return Classes(*layers, nn.Linear(128, 10))


TWINS = {
    "ValidCnn": lambda: notebook(0, 1, False), "SameCnn": lambda: notebook(1, 1, False),
    "NormalizedCnn": lambda: notebook(1, 1, True), "UnitStrideCnn": lambda: notebook(1, 1, True),
    "StridedSameCnn": lambda: notebook(1, 2, True), "StridedValidCnn": lambda: notebook(0, 2, True),
    "ResNet18": resnet18, "MobileNetV2": mobilenet_v2, "Inception": Inception, "UNet": UNet, "Vgg16": vgg16, "OddChannels": odd_channels}


def create(name):
    return TWINS[name]()
