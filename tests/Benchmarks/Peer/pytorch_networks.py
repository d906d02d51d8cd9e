"""Measures a network in PyTorch as the C# program measures its own, or writes it as an ONNX file.

usage: pytorch_networks.py --network NAME --batch N --image C,H,W --classes N
                           [--threads T] [--layout nchw|nhwc] [--what all|training|inference] [--seconds S] [--export FILE]
Prints one JSON object.
"""
import argparse
import json
import os
import statistics
import time
import warnings

import torch

import pytorch_twins

BATCHES = 4      # that training and inference go through in turn
PASS = 0.25      # seconds that one reading of the clock covers at least
FEWEST = 2       # readings
FEWEST_CALLS = 5
WARM = 1.0       # seconds before the first reading


def warm(work):
    """Seconds a call takes once warm."""
    begin = time.perf_counter()
    while True:
        start = time.perf_counter()
        work()
        now = time.perf_counter()
        if now - begin >= WARM:
            return now - start


def best_seconds(work, seconds):
    """Of a call: the best of passes that are long enough for the clock."""
    calls = max(1, round(PASS / warm(work)))
    best, passes, begin = float("inf"), 0, time.perf_counter()
    while passes < FEWEST or time.perf_counter() - begin < seconds:
        start = time.perf_counter()
        for _ in range(calls):
            work()
        best = min(best, (time.perf_counter() - start) / calls)
        passes += 1
    return best


def median_seconds(work, seconds):
    warm(work)
    times, begin = [], time.perf_counter()
    while len(times) < FEWEST_CALLS or time.perf_counter() - begin < seconds:
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def in_turn(work, batches):
    place = 0

    def call():
        nonlocal place
        work(batches[place])
        place = (place + 1) % len(batches)

    return call


def peak_megabytes():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))


def measure_training(network, batches, a):
    optimizer = torch.optim.Adam(network.parameters(), 1e-4)

    def step(batch):
        optimizer.zero_grad(set_to_none=True)
        network.loss(*batch).backward()
        optimizer.step()

    seconds = best_seconds(in_turn(step, batches), a.seconds)
    return {"train_images_per_s": round(a.batch / seconds, 2), "peak_mb": round(peak_megabytes(), 1)}


def measure_inference(network, batches, image, a):
    network.eval()
    with torch.inference_mode():
        many = best_seconds(in_turn(lambda batch: network(batch[0]), batches), a.seconds)
        one = median_seconds(lambda: network(image), a.seconds)
    return {"infer_images_per_s": round(a.batch / many, 2), "image_us": round(one * 1e6, 1)}


def measure(a, sizes):
    layout = torch.channels_last if a.layout == "nhwc" else torch.contiguous_format
    start = time.perf_counter()
    network = pytorch_twins.create(a.network)
    created = time.perf_counter() - start
    network = network.train().to(memory_format=layout)
    images = [torch.randn(a.batch, *sizes).contiguous(memory_format=layout) for _ in range(BATCHES)]
    batches = [(x, network.targets(x, a.classes)) for x in images]
    figures = {
        "network": a.network, "library": "PyTorch " + torch.__version__.split("a")[0], "layout": a.layout, "threads": a.threads,
        "parameters": sum(p.numel() for p in network.parameters()), "create_ms": round(created * 1e3, 1)}
    if a.what != "inference":
        figures.update(measure_training(network, batches, a))
    if a.what != "training":
        figures.update(measure_inference(network, batches, torch.randn(1, *sizes).contiguous(memory_format=layout), a))
    print(json.dumps(figures))


def export(a, sizes):
    """One file for one size of batch: the runtime plans its memory for it."""
    warnings.simplefilter("ignore")  # the exporter tells what it leaves to the runtime to fold
    network = pytorch_twins.create(a.network).eval()
    torch.onnx.export(network, torch.randn(a.batch, *sizes), a.export, input_names=["images"], opset_version=13)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--network", required=True)
    p.add_argument("--batch", type=int, required=True)
    p.add_argument("--image", required=True)
    p.add_argument("--classes", type=int, required=True)
    p.add_argument("--threads", type=int, default=os.cpu_count())
    p.add_argument("--layout", default="nchw", choices=["nchw", "nhwc"])
    p.add_argument("--what", default="all", choices=["all", "training", "inference"])
    p.add_argument("--seconds", type=float, default=2)
    p.add_argument("--export")
    a = p.parse_args()
    sizes = [int(size) for size in a.image.split(",")]
    torch.manual_seed(0)
    torch.set_num_threads(a.threads)
    (export if a.export else measure)(a, sizes)


if __name__ == "__main__":
    main()
