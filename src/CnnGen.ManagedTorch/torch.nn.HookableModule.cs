namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that can be called, with functions run before and after.</summary>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            protected Dictionary<string, TPreHook> pre_hooks = [];
            protected Dictionary<string, TPostHook> post_hooks = [];
            protected Dictionary<string, Action<Module>> module_pre_hooks = [];
            protected Dictionary<string, Action<Module>> module_post_hooks = [];
            private int _hooks;

            protected HookableModule(string name) : base(name)
            {
            }

            /// <summary>Runs after <c>call</c>; a result that is not null replaces the module's.</summary>
            public HookRemover register_forward_hook(TPostHook hook) => Register(post_hooks, hook);

            /// <summary>Runs before <c>call</c> and may replace the input.</summary>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Register(pre_hooks, hook);

            public HookRemover register_forward_hook(Action<Module> hook) => Register(module_post_hooks, hook);

            public HookRemover register_forward_pre_hook(Action<Module> hook) => Register(module_pre_hooks, hook);

            private HookRemover Register<THook>(Dictionary<string, THook> hooks, THook hook)
            {
                var key = $"{_hooks++}";
                hooks.Add(key, hook);
                return new HookRemover(this, key);
            }

            private void Remove(string key)
            {
                pre_hooks.Remove(key);
                post_hooks.Remove(key);
                module_pre_hooks.Remove(key);
                module_post_hooks.Remove(key);
            }

            /// <summary>Takes a hook away again.</summary>
            public class HookRemover
            {
                private readonly HookableModule<TPreHook, TPostHook> _module;
                private readonly string _key;

                public HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
                {
                    _module = module;
                    _key = key;
                }

                public void remove() => _module.Remove(_key);
            }
        }

        /// <summary>A module of one input. Override <see cref="forward"/>, use <see cref="call"/>.</summary>
        public abstract class Module<T, TResult> : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
        {
            protected Module(string name) : base(name)
            {
            }

            public abstract TResult forward(T input);

            public TResult call(T input)
            {
                foreach (var hook in module_pre_hooks.Values) hook(this);
                foreach (var hook in pre_hooks.Values) input = hook(this, input) ?? input;
                var result = forward(input);
                foreach (var hook in post_hooks.Values) result = hook(this, input, result) ?? result;
                foreach (var hook in module_post_hooks.Values) hook(this);
                return result;
            }
        }

        /// <summary>A module of two inputs.</summary>
        public abstract class Module<T1, T2, TResult> :
            HookableModule<Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>, Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>>, IModule<T1, T2, TResult>
        {
            protected Module(string name) : base(name)
            {
            }

            public abstract TResult forward(T1 input1, T2 input2);

            public TResult call(T1 input1, T2 input2)
            {
                foreach (var hook in module_pre_hooks.Values) hook(this);
                foreach (var hook in pre_hooks.Values) (input1, input2) = hook(this, input1, input2) ?? (input1, input2);
                var result = forward(input1, input2);
                foreach (var hook in post_hooks.Values) result = hook(this, input1, input2, result) ?? result;
                foreach (var hook in module_post_hooks.Values) hook(this);
                return result;
            }
        }
    }
}
