namespace CnnGen;

/// <summary>Which signs of EMNIST, and how they are put into classes.</summary>
public enum EmnistSplit
{
    /// <summary>Digits, capitals and small letters: 62 classes.</summary>
    ByClass,

    /// <summary>The same with small letters that look like their capitals among these: 47 classes.</summary>
    ByMerge,

    /// <summary>The same 47 classes with equally many images each.</summary>
    Balanced,

    /// <summary>Letters of either case: 26 classes. Their labels, from 1 in the files, begin at 0 as everywhere.</summary>
    Letters,

    /// <summary>Digits: 10 classes.</summary>
    Digits,

    /// <summary>Digits, as many as MNIST has: 10 classes.</summary>
    Mnist,
}
