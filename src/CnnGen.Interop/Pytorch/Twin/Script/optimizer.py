class Written(torch.optim.Optimizer):
    """An optimizer that PyTorch has not, or has with other arithmetic than Keras's."""

    def __init__(self, weights, lr, **settings):
        super().__init__(weights, {"lr": lr, **settings})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            group["step"] = group.get("step", 0) + 1
            self.prepare(group)
            for weight in group["params"]:
                if weight.grad is None:
                    continue
                state = self.state[weight]
                for name in self.slots:
                    if name not in state:
                        state[name] = torch.full_like(weight, self.start(group))
                self.change(weight, weight.grad, group, *(state[name] for name in self.slots))

    def prepare(self, group):
        """What a step does once."""

    def start(self, group):
        return 0.0
