class Nadam(Written):
    """Adam that looks ahead along its mean, the more the longer it has trained."""

    slots = ["mean", "square"]

    def prepare(self, group):
        group["share"] = self.share(group, group["step"])
        group["product"] = group.get("product", 1.0) * group["share"]

    def share(self, group, step):
        return group["betas"][0] * (1 - 0.5 * 0.96 ** step)

    def change(self, weight, gradient, group, mean, square):
        beta1, beta2 = group["betas"]
        product, following = group["product"], self.share(group, group["step"] + 1)
        mean.mul_(beta1).add_(gradient * (1 - beta1))
        square.mul_(beta2).add_(gradient.square() * (1 - beta2))
        ahead = mean * (following / (1 - product * following)) + gradient * ((1 - group["share"]) / (1 - product))
        correction = 1 - beta2 ** group["step"]
        weight.sub_(ahead * group["lr"] / ((square / correction).sqrt() + group["eps"]))
