"""How long PyTorch takes for one image, for the networks that pytorch_seed_models.py defines.

usage: pytorch_latency.py --models pytorch_seed_models.py --model N [--threads T] [--calls N]
Prints one JSON object: model, threads, median_us (of the faster of the two memory layouts), library.
"""
import argparse
import importlib.util
import json
import os
import statistics
import time

import torch


def definitions(path):
    spec = importlib.util.spec_from_file_location("definitions", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def median_us(model, layout, calls):
    torch.manual_seed(0)
    model = model.eval().to(memory_format=layout)
    image = torch.rand(1, 1, 28, 28).contiguous(memory_format=layout)
    times = []
    with torch.no_grad():
        for call in range(2 * calls):  # the first half warms up
            start = time.perf_counter()
            model(image)
            times.append(time.perf_counter() - start)
    return statistics.median(times[calls:]) * 1e6


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--models", required=True)
    p.add_argument("--model", type=int, required=True)
    p.add_argument("--threads", type=int, default=os.cpu_count())
    p.add_argument("--calls", type=int, default=1000)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    networks = definitions(a.models)
    medians = [median_us(networks.seed_model(a.model), l, a.calls) for l in (torch.contiguous_format, torch.channels_last)]
    print(json.dumps({
        "model": a.model, "threads": a.threads, "median_us": round(min(medians), 1), "library": "PyTorch " + torch.__version__}))


if __name__ == "__main__":
    main()
