namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What can be called with one argument.</summary>
        public interface IModule<T, TResult>
        {
            TResult call(T input1);
        }

        /// <summary>What can be called with two arguments.</summary>
        public interface IModule<T1, T2, TResult>
        {
            TResult call(T1 input1, T2 input2);
        }
    }
}
