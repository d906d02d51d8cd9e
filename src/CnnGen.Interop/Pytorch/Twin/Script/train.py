def compare_all(outputs, targets):
    """The network's loss, and for each output how many answers are right, of how many."""
    outputs = outputs if isinstance(outputs, tuple) else (outputs,)
    found = [compare(output, target) for output, target, (_, compare, _) in zip(outputs, targets, OUTPUTS)]
    loss = sum(weight * loss for (loss, _, _), (_, _, weight) in zip(found, OUTPUTS))
    return loss, [(right.item(), count) for _, right, count in found]


def take(data, indices, device):
    return [tensor[indices].to(device) for tensor in data]


class Epoch:
    """The sums that an epoch's loss and accuracies are made of, of this process."""

    def __init__(self, sums=None):
        self.sums = sums or [0.0] * (2 + 2 * len(OUTPUTS))

    def add(self, loss, answers, count):
        numbers = [loss * count, count] + [number for answer in answers for number in answer]
        self.sums = [old + new for old, new in zip(self.sums, numbers)]

    def text(self, device):
        loss, count, *answers = total(self.sums, device)
        text = f"loss {loss / count:.6f}"
        for (name, _, _), right, of in zip(OUTPUTS, answers[::2], answers[1::2]):
            text += f"  {name} {right / of:.4f} ({right:.0f} of {of:.0f})" if of else ""
        return text


def evaluate(network, data, batch_size, rank, world, device):
    """Measure each example once: the processes share them out, and nobody takes one twice."""
    inputs, targets = data
    network.eval()
    epoch = Epoch()
    mine = range(rank, len(inputs[0]), world)
    with torch.no_grad():
        for start in range(0, len(mine), batch_size):
            indices = torch.tensor(mine[start:start + batch_size])
            scores = network(*take(inputs, indices, device), logits=True)
            loss, answers = compare_all(scores, take(targets, indices, device))
            epoch.add(loss.item(), answers, len(indices))
    return epoch.text(device)


def step(model, network, data, indices, share, seed, args, rank, world, device, epoch):
    """Forward and backward. All processes together take the mean over the indices, however many each has.

    A process takes its examples in parts, and each part is what it would be in a process of its own:
    the same examples, the same chance. So the number of processes changes nothing but the time.
    """
    for part in range(args.parts):
        first, parts = rank + part * world, args.parts * world
        torch.manual_seed(seed + first)
        with model.no_sync() if world > 1 and part < args.parts - 1 else contextlib.nullcontext():
            step_part(model, network, data, indices, share / args.parts, first, parts, device, epoch)


def step_part(model, network, data, indices, share, first, parts, device, epoch):
    mine = indices[first::parts]
    # Who has nothing left to do takes part with an example that does not count.
    count = len(mine)
    batch = torch.tensor(mine or indices[:1])
    inputs, targets = data
    loss, answers = compare_all(model(*take(inputs, batch, device), logits=True), take(targets, batch, device))
    value = loss.item()
    if not math.isfinite(value):
        raise FloatingPointError(f"the loss is {value}")
    # DistributedDataParallel takes the mean over the processes.
    ((loss * (count * parts / len(indices)) + penalty(network)) * share).backward()
    if count:
        epoch.add(value, answers, count)


def update(network, optimizer, rate):
    """Change the weights."""
    weights = [weight for weight in network.parameters() if weight.grad is not None]
    for group in optimizer.param_groups:
        group["lr"] = rate
    if CLIP_NORM > 0:
        torch.nn.utils.clip_grad_norm_(weights, CLIP_NORM)
    if WEIGHT_DECAY > 0:
        with torch.no_grad():
            for weight in weights:
                weight.mul_(1 - rate * WEIGHT_DECAY)
    optimizer.step()
    optimizer.zero_grad()


def train(args, network, data, validation, rank, world, device):
    """Train, from the snapshot on if there is one."""
    optimizer = make_optimizer([weight for weight in network.parameters() if weight.requires_grad], args.learning_rate)
    snapshot = load_snapshot(args.snapshot, rank, device)
    place = {"seed": int(from_first(str(args.seed).encode(), device)), "epoch": 1, "step": 0, "sums": None}
    if snapshot:
        network.load_state_dict(snapshot["network"])
        optimizer.load_state_dict(snapshot["optimizer"])
        place = {key: snapshot[key] for key in place}
        # Only the first process's sums were kept.
        place["sums"] = place["sums"] if rank == 0 else None
    model = DistributedDataParallel(network) if world > 1 else network

    count = len(data[0][0])
    size = args.batch_size * world
    plan = list(batches(count, size))
    while place["epoch"] <= args.epochs:
        epoch = Epoch(place["sums"])
        order = shuffled(count, place["seed"], place["epoch"]) if SHUFFLE else list(range(count))
        network.train()
        while place["step"] < len(plan):
            done = (place["epoch"] - 1) * len(plan) + place["step"]
            if args.steps and done >= args.steps:
                return
            start, end = plan[place["step"]]
            group = place["step"] - place["step"] % ACCUMULATE_STEPS
            last = min(group + ACCUMULATE_STEPS, len(plan))
            updates = math.ceil(len(plan) / ACCUMULATE_STEPS)
            updated = (place["epoch"] - 1) * updates + group // ACCUMULATE_STEPS
            share = (end - start) / (plan[last - 1][1] - plan[group][0])
            seed = step_seed(place["seed"], place["epoch"], place["step"])
            step(model, network, data, order[start:end], share, seed, args, rank, world, device, epoch)
            place["step"] += 1
            if place["step"] == last:
                update(network, optimizer, learning_rate(args.learning_rate, updated, updates, args.epochs))
                if args.snapshot_every and done % args.snapshot_every < ACCUMULATE_STEPS:
                    keep(args, network, optimizer, place, epoch, rank, device)
        share_buffers(network)
        report = f"epoch {place['epoch']}/{args.epochs}  {epoch.text(device)}"
        if validation:
            report += f"  validation {evaluate(network, validation, args.batch_size, rank, world, device)}"
        if rank == 0:
            print(report, flush=True)
        place = {**place, "epoch": place["epoch"] + 1, "step": 0, "sums": None}
        keep(args, network, optimizer, place, Epoch(), rank, device)


def keep(args, network, optimizer, place, epoch, rank, device):
    """Write a snapshot with the sums of all processes."""
    sums = total(epoch.sums, device)
    if rank == 0:
        save_snapshot(args.snapshot, network, optimizer, {**place, "sums": sums})
