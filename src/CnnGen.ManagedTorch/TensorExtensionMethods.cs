using CnnGen.ManagedTorch;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What TorchSharp offers on tensors as extensions: conversion to numbers, files.</summary>
public static class TensorExtensionMethods
{
    public static float ToSingle(this Tensor value) => (float)value.ReadScalar().Real;

    public static double ToDouble(this Tensor value) => value.ReadScalar().Real;

    public static int ToInt32(this Tensor value) => (int)value.ReadScalar().Whole;

    public static long ToInt64(this Tensor value) => value.ReadScalar().Whole;

    public static byte ToByte(this Tensor value) => (byte)value.ReadScalar().Whole;

    public static bool ToBoolean(this Tensor value) => value.ReadScalar().Real != 0;

    public static int ElementSize(this ScalarType type) => type.Size();

    public static long TotalSize(this IEnumerable<long> shape)
    {
        var count = 1L;
        foreach (var size in shape) count *= size;
        return count;
    }

    /// <summary>The tensor as a parameter; the handle itself becomes empty.</summary>
    public static Parameter AsParameter(this Tensor tensor) => new(tensor);

    /// <summary>Writes element type, shape and elements in TorchSharp's format.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer) => TensorFile.Write(tensor, writer);

    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        tensor.Save(writer);
    }

    public static void Save(this Tensor tensor, string location) => tensor.Save(File.Create(location));

    /// <summary>Reads into a tensor of the same type and shape.</summary>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false) => TensorFile.ReadInto(tensor, reader, skip);

    public static Tensor Load(BinaryReader reader, bool skip = false) => TensorFile.Read(reader, skip);

    public static void Load(ref Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        if (tensor is null) tensor = TensorFile.Read(reader, skip);
        else TensorFile.ReadInto(tensor, reader, skip);
    }
}
