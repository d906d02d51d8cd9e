namespace CnnGen.Generator.Problems;

/// <summary>The ids of all rules: CNN001– declaration, CNN101– shapes and arguments, CNN201– training and data, CNN301– advice.</summary>
internal static class RuleIds
{
    public const string NotPartial = "CNN001";
    public const string OuterNotPartial = "CNN002";
    public const string WrongKindOfClass = "CNN004";
    public const string OtherBaseClass = "CNN005";
    public const string NoInput = "CNN006";
    public const string NoLayers = "CNN007";
    public const string SeveralParts = "CNN008";
    public const string DuplicateName = "CNN009";
    public const string BadName = "CNN010";
    public const string MemberClash = "CNN011";
    public const string UnknownLayer = "CNN012";
    public const string LanguageVersion = "CNN013";
    public const string NoTorch = "CNN014";
    public const string OtherRuntime = "CNN015";
    public const string StrayAttribute = "CNN016";
    public const string UnknownName = "CNN017";
    public const string NamelessInput = "CNN018";
    public const string NotUsable = "CNN019";
    public const string BlockArgument = "CNN020";
    public const string LateDeclaration = "CNN021";
    public const string OtherLayer = "CNN022";

    public const string DoesNotFit = "CNN101";
    public const string WrongRank = "CNN102";
    public const string BadInputShape = "CNN103";
    public const string OutOfRange = "CNN104";
    public const string UndefinedValue = "CNN105";
    public const string StridesWithDilation = "CNN106";
    public const string Groups = "CNN107";
    public const string WrongInputFeatures = "CNN108";
    public const string WrongExpectation = "CNN109";
    public const string TooLarge = "CNN110";
    public const string MergeShapes = "CNN111";
    public const string MergeCount = "CNN112";
    public const string SharedShape = "CNN113";
    public const string NestedInput = "CNN114";
    public const string Axis = "CNN115";
    public const string Reshape = "CNN116";

    public const string NotImageData = "CNN201";
    public const string DataShape = "CNN202";
    public const string ClassCount = "CNN203";
    public const string OutputIsMap = "CNN204";
    public const string SoftmaxOverOneUnit = "CNN205";
    public const string LossAndLabels = "CNN206";
    public const string LossAndOutput = "CNN207";
    public const string TrainingArgument = "CNN208";
    public const string UnusedArgument = "CNN209";
    public const string Metrics = "CNN210";
    public const string NothingToTrain = "CNN211";
    public const string DataMatching = "CNN212";
    public const string OwnFunction = "CNN213";
    public const string OutputShape = "CNN214";

    public const string CancelledBias = "CNN301";
    public const string StridesWithSame = "CNN302";
    public const string LargeDense = "CNN303";
    public const string DroppedRows = "CNN304";
    public const string LinearStack = "CNN305";
    public const string ReLUOutput = "CNN306";
    public const string UnreachedLayer = "CNN307";
    public const string GappedWindows = "CNN308";
    public const string ChannelsFirstLook = "CNN309";
    public const string RepeatedAxis = "CNN310";
    public const string DenseOnMap = "CNN311";
    public const string NormalizedProbabilities = "CNN312";
    public const string OtherAxis = "CNN313";
    public const string ShapeHere = "CNN314";
    public const string JoinedWidth = "CNN315";
    public const string ChosenByTestData = "CNN316";
    public const string ShapeComment = "CNN317";
    public const string UnwrittenShapes = "CNN318";
}
