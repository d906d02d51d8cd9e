using Shouldly;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Tests.Surface;

/// <summary>The comparison is worth as much as the texts that it compares; these stand in TorchSharp's listing.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData(
        typeof(optim.lr_scheduler),
        "static TorchSharp.torch.optim.lr_scheduler.LRScheduler TorchSharp.torch.optim.lr_scheduler.StepLR(TorchSharp.torch.optim.Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)")]
    [InlineData(typeof(optim.lr_scheduler.LRScheduler), "field protected int TorchSharp.torch.optim.lr_scheduler.LRScheduler._step_count")]
    [InlineData(typeof(optim.lr_scheduler.LRScheduler), "protected new TorchSharp.torch.optim.lr_scheduler.LRScheduler()")]
    [InlineData(typeof(optim.lr_scheduler.LRScheduler), "virtual void TorchSharp.torch.optim.lr_scheduler.LRScheduler.step(int? epoch)")]
    [InlineData(typeof(TensorDataset), "IList<TorchSharp.torch.Tensor> TorchSharp.Modules.TensorDataset.Item[long index] { get; }")]
    [InlineData(typeof(ModuleExtensionMethods), "static T TorchSharp.ModuleExtensionMethods.cpu<T>(this T module, bool non_blocking = false)")]
    [InlineData(
        typeof(TensorExtensionMethods),
        "static void TorchSharp.TensorExtensionMethods.Load(ref TorchSharp.torch.Tensor tensor, BinaryReader reader, bool skip = false)")]
    [InlineData(
        typeof(nn.functional),
        "static TorchSharp.torch.Tensor TorchSharp.torch.nn.functional.max_pool2d(TorchSharp.torch.Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false)")]
    [InlineData(
        typeof(nn.functional),
        "static TorchSharp.torch.Tensor TorchSharp.torch.nn.functional.mse_loss(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor target, TorchSharp.torch.nn.Reduction reduction = TorchSharp.torch.nn.Reduction.Mean)")]
    [InlineData(typeof(nn.Module<,,>), "TResult TorchSharp.torch.nn.Module<T1,T2,TResult>.call(T1 input1, T2 input2)")]
    [InlineData(typeof(nn.HookableModule<,>.HookRemover), "void TorchSharp.torch.nn.HookableModule<TPreHook,TPostHook>.HookRemover.remove()")]
    [InlineData(typeof(TorchSharp.Utils.OrderedDict<,>), "bool TorchSharp.Utils.OrderedDict<TKey,TValue>.TryGetValue(TKey key, out TValue value)")]
    [InlineData(typeof(nn), "static TorchSharp.Modules.Sequential TorchSharp.torch.nn.Sequential(params TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor,TorchSharp.torch.Tensor>[] modules)")]
    [InlineData(typeof(ScalarType), "TorchSharp.torch.ScalarType.Bool = 11")]
    public void A_member_is_written_as_in_the_listing(Type type, string text)
    {
        MemberText.Of(type).ShouldContain(text);
        if (Listing.Path is { } path) File.ReadLines(path).ShouldContain("  " + text);
    }

    [Fact]
    public void A_type_has_its_kind_and_its_bases()
    {
        var type = ListedType.Of(typeof(Conv2d));
        type.Name.ShouldBe("TorchSharp.Modules.Conv2d");
        type.Kind.ShouldBe("sealed class");
        type.Bases.ShouldContain("TorchSharp.torch.nn.IModule<TorchSharp.torch.Tensor,TorchSharp.torch.Tensor>");
        ListedType.Of(typeof(nn)).Kind.ShouldBe("static class");
        ListedType.Of(typeof(ScalarType)).Kind.ShouldBe("enum");
    }
}
