MASK = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15


def split_mix(state):
    """SplitMix64: the next state, and a number of 64 bits."""
    state = (state + GOLDEN) & MASK
    z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return state, z ^ (z >> 31)


def epoch_state(seed, epoch):
    return split_mix(((seed & 0xFFFFFFFF) << 32) | epoch)[1]


def shuffled(count, seed, epoch):
    """The order of the examples in an epoch, from 1: the one that training in C# takes."""
    order = [0] * count
    state = epoch_state(seed, epoch)
    for i in range(count):
        state, number = split_mix(state)
        j = (number * (i + 1)) >> 64
        order[i] = order[j]
        order[j] = i
    return order


def step_seed(seed, epoch, step):
    """The seed of the network's own chance in a step, from 0."""
    return split_mix(((epoch_state(seed, epoch) ^ GOLDEN) + step) & MASK)[1] >> 1


def batches(count, size):
    """Where each batch begins and ends. A single example left over joins the one before."""
    start = 0
    while start < count:
        left = count - start
        end = start + (left if left - 1 == size > 1 else min(size, left))
        yield start, end
        start = end
