namespace CnnGen.ManagedTorch.Kernels;

/// <summary>One float: the remainder of a vector loop, and every lane where the machine has no vectors.</summary>
internal readonly unsafe struct Lanes1(float lane) : ILanes<Lanes1>
{
    private readonly float _lane = lane;

    public static int Count => 1;

    public static int TileRows => 4;

    public static Lanes1 Create(float value) => new(value);

    public static Lanes1 Load(float* source) => new(*source);

    public void Store(float* target) => *target = _lane;

    public void StoreAround(float* target) => *target = _lane;

    public static Lanes1 operator +(Lanes1 a, Lanes1 b) => new(a._lane + b._lane);

    public static Lanes1 operator -(Lanes1 a, Lanes1 b) => new(a._lane - b._lane);

    public static Lanes1 operator *(Lanes1 a, Lanes1 b) => new(a._lane * b._lane);

    public static Lanes1 operator /(Lanes1 a, Lanes1 b) => new(a._lane / b._lane);

    public static Lanes1 MultiplyAdd(Lanes1 a, Lanes1 b, Lanes1 c) => new(float.MultiplyAddEstimate(a._lane, b._lane, c._lane));

    public static Lanes1 Max(Lanes1 a, Lanes1 b) => new(float.MaxNative(b._lane, a._lane));

    public static Lanes1 Min(Lanes1 a, Lanes1 b) => new(float.MinNative(b._lane, a._lane));

    public static Lanes1 Abs(Lanes1 a) => new(MathF.Abs(a._lane));

    public static Lanes1 Sqrt(Lanes1 a) => new(MathF.Sqrt(a._lane));

    public static Lanes1 Exp(Lanes1 a) => new(MathF.Exp(a._lane));

    public static Lanes1 Log(Lanes1 a) => new(MathF.Log(a._lane));

    public static Lanes1 Select(Lanes1 test, Lanes1 positive, Lanes1 other) => test._lane > 0 ? positive : other;

    public static Lanes1 SelectAbove(Lanes1 a, Lanes1 b, Lanes1 yes, Lanes1 no) => a._lane > b._lane || float.IsNaN(a._lane) ? yes : no;

    public static Lanes1 SelectAtMost(Lanes1 a, Lanes1 b, Lanes1 yes, Lanes1 no) => a._lane <= b._lane ? yes : no;

    public static Lanes1 SelectEqual(Lanes1 a, Lanes1 b, Lanes1 yes, Lanes1 no) => a._lane == b._lane ? yes : no;

    public static Lanes1 LoadIntegers(int* source) => new(*source);

    public void StoreIntegers(int* target) => *target = (int)_lane;

    public static float Sum(Lanes1 a) => a._lane;
}
