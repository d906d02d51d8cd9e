class Adamax(Written):
    """Adam with the largest gradient in place of the mean square."""

    slots = ["mean", "largest"]

    def change(self, weight, gradient, group, mean, largest):
        beta1, beta2 = group["betas"]
        rate = group["lr"] / (1 - beta1 ** group["step"])
        mean.mul_(beta1).add_(gradient * (1 - beta1))
        largest.copy_(torch.maximum(largest * beta2, gradient.abs()))
        weight.sub_(mean * rate / (largest + group["eps"]))
