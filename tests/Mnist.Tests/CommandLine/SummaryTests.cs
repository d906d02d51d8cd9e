using Shouldly;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests.CommandLine;

public class SummaryTests
{
    public static TheoryData<string, long, long> Models => new()
    {
        { "ValidCnn", 2002698, 0 },
        { "SameCnn", 3231498, 0 },
        { "NormalizedCnn", 3232394, 448 },
        { "UnitStrideCnn", 3232394, 448 },
        { "StridedSameCnn", 86666, 448 },
        { "StridedValidCnn", 37514, 448 },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Prints_the_compile_time_constant_and_nothing_else(string name, long parameters, long nonTrainable)
    {
        var result = SampleProgram.Run("summary", name);

        result.ShouldSatisfyAllConditions(
            () => result.ExitCode.ShouldBe(0),
            () => result.Error.ShouldBeEmpty(),
            () => result.Output.ShouldBe(ModelCatalog.Find(name)!.Summary + "\n"),
            () => result.Output.ShouldContain($"\nTotal params: {parameters} ("),
            () => result.Output.ShouldContain($"\nNon-trainable params: {nonTrainable} ("));
    }

    [Fact]
    public void Looks_as_in_Keras()
    {
        SampleProgram.Run("summary", "StridedValidCnn").Output.ShouldBe(
            """
            Model: "strided_valid_cnn"
            _________________________________________________________________
             Layer (type)                Output Shape              Param #   
            =================================================================
             conv2d (Conv2D)             (None, 13, 13, 32)        320       
                                                                             
             batch_normalization (Batch  (None, 13, 13, 32)        128       
             Normalization)                                                  
                                                                             
             conv2d_1 (Conv2D)           (None, 6, 6, 32)          9248      
                                                                             
             batch_normalization_1 (Bat  (None, 6, 6, 32)          128       
             chNormalization)                                                
                                                                             
             conv2d_2 (Conv2D)           (None, 2, 2, 32)          9248      
                                                                             
             batch_normalization_2 (Bat  (None, 2, 2, 32)          128       
             chNormalization)                                                
                                                                             
             flatten (Flatten)           (None, 128)               0         
                                                                             
             dense (Dense)               (None, 128)               16512     
                                                                             
             batch_normalization_3 (Bat  (None, 128)               512       
             chNormalization)                                                
                                                                             
             dense_1 (Dense)             (None, 10)                1290      
                                                                             
            =================================================================
            Total params: 37514 (146.54 KB)
            Trainable params: 37066 (144.79 KB)
            Non-trainable params: 448 (1.75 KB)
            _________________________________________________________________

            """);
    }

    [Fact]
    public void Without_a_model_prints_all_six_with_an_empty_line_between()
    {
        var result = SampleProgram.Run("summary");

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe(string.Join("\n\n", ModelCatalog.All.Select(model => model.Summary)) + "\n");
    }

    [Fact]
    public void Takes_a_name_in_any_case() =>
        SampleProgram.Run("summary", "samecnn").Output.ShouldBe(SameCnn.Summary + "\n");
}
