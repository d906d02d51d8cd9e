"""Checks all ONNX files of a folder, with the checker and the shapes of python3-onnx, and runs those that have an input beside them in OpenCV.

Prints a line for each fault, and at the end how many files were checked and how many of them were run.
"""

import glob
import os
import sys

import cv2
import numpy
import onnx

LARGEST_DIFFERENCE = 1e-4
LARGEST_SHAPE = 1024


def shape_of(value):
    return [dimension.dim_param or dimension.dim_value for dimension in value.type.tensor_type.shape.dim]


def faults_of_shapes(model):
    """Every tensor must have a shape, and onnx must come to the same one by itself."""
    graph = model.graph
    written = {value.name: shape_of(value) for value in [*graph.value_info, *graph.output]}
    missing = [output for node in graph.node for output in node.output if output not in written]
    if missing:
        yield f"no shape of {missing}"
    del graph.value_info[:]
    for tensor in graph.initializer:
        # Weights say nothing of shapes, and inference would copy them.
        if len(tensor.raw_data) > LARGEST_SHAPE:
            tensor.ClearField("raw_data")
    inferred = onnx.shape_inference.infer_shapes(model, check_type=True, strict_mode=True, data_prop=True)
    for value in inferred.graph.value_info:
        # Where inference does not know a dimension it has none, or a name of its own.
        for ours, theirs in zip(written[value.name], shape_of(value)):
            if isinstance(theirs, int) and theirs != 0 and ours != theirs:
                yield f"{value.name} is {written[value.name]}, inferred {shape_of(value)}"
        if value.type.tensor_type.HasField("shape") and len(shape_of(value)) != len(written[value.name]):
            yield f"{value.name} is {written[value.name]}, inferred {shape_of(value)}"


def faults_of_names(model):
    graph = model.graph
    names = [value.name for value in [*graph.input, *graph.initializer]] + [output for node in graph.node for output in node.output]
    if len(set(names)) != len(names) or "" in names:
        yield "names are not unique"
    if {node.name for node in graph.node} != {node.output[0] for node in graph.node}:
        yield "nodes are not called like what they give"


def faults_in_opencv(file, model):
    shape = [size if isinstance(size, int) else 1 for size in shape_of(model.graph.input[0])]
    expected = numpy.fromfile(file + ".output", numpy.float32)
    network = cv2.dnn.readNetFromONNX(file)
    network.setInput(numpy.fromfile(file + ".input", numpy.float32).reshape(shape))
    actual = network.forward().ravel()
    if actual.shape != expected.shape or not abs(actual - expected).max() <= LARGEST_DIFFERENCE * abs(expected).max():
        yield f"OpenCV gives {actual[:4]}, expected {expected[:4]}"


def faults_of(file):
    model = onnx.load(file)
    onnx.checker.check_model(model, full_check=True)
    yield from faults_of_names(model)
    yield from faults_of_shapes(model)
    if os.path.exists(file + ".input"):
        yield from faults_in_opencv(file, model)


def main(folder):
    files = sorted(glob.glob(os.path.join(folder, "*.onnx")))
    for file in files:
        try:
            faults = list(faults_of(file))
        except Exception as error:  # Whatever a library says of a file is a fault of the file.
            faults = [str(error)]
        for fault in faults:
            print(f"{os.path.basename(file)}: {fault}".replace("\n", " "))
    print(f"{len(files)} files, {sum(os.path.exists(file + '.input') for file in files)} run")


if __name__ == "__main__":
    main(sys.argv[1])
