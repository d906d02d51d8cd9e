class Lion(Written):
    """Steps of one size in the direction of the running mean's sign."""

    slots = ["mean"]

    def change(self, weight, gradient, group, mean):
        beta1, beta2 = group["betas"]
        weight.sub_((mean * beta1 + gradient * (1 - beta1)).sign() * group["lr"])
        mean.mul_(beta2).add_(gradient * (1 - beta2))
