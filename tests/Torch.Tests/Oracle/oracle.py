"""Answers questions about PyTorch: one JSON object a line in, one a line out.

A question holds Python code, tensors by name and the expressions whose values are wanted:

    {"code": "y = F.relu(x); y.backward(g)", "tensors": {"x": ..., "g": ...}, "wanted": ["y", "x.grad"]}

A tensor is {"type": "float32", "shape": [2, 3], "data": <base64 of little-endian values>, "gradient": true}.
The answer is {"values": [<tensor or null>, ...]}, or {"error": <the last line of the exception>}.
The first line that the program writes is {"torch": <version>}: it is ready.
"""
import base64
import json
import sys
import traceback

import numpy
import torch
import torch.nn.functional as F
from torch.nn.utils.stateless import functional_call


def to_tensor(value):
    flat = numpy.frombuffer(base64.b64decode(value["data"]), dtype=value["type"])
    tensor = torch.from_numpy(flat.copy()).reshape(value["shape"])
    return tensor.requires_grad_() if value["gradient"] else tensor


def from_tensor(tensor):
    if tensor is None:
        return None
    array = torch.as_tensor(tensor).detach().contiguous().numpy()
    return {
        "type": str(array.dtype),
        "shape": list(array.shape),
        "data": base64.b64encode(array.tobytes()).decode(),
        "gradient": False,
    }


def answer(question):
    names = {"torch": torch, "F": F, "functional_call": functional_call}
    names.update((name, to_tensor(value)) for name, value in question["tensors"].items())
    try:
        exec(question["code"], names)
        return {"values": [from_tensor(eval(wanted, names)) for wanted in question["wanted"]]}
    except Exception as error:
        return {"error": traceback.format_exception_only(type(error), error)[-1].strip()}


def say(message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    say({"torch": torch.__version__})
    for line in sys.stdin:
        say(answer(json.loads(line)))
