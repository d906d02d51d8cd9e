class Adadelta(Written):
    """Steps in the proportion of what the last ones were to what the gradients were."""

    slots = ["squares", "steps"]

    def change(self, weight, gradient, group, squares, steps):
        rho, epsilon = group["rho"], group["eps"]
        squares.mul_(rho).add_(gradient.square() * (1 - rho))
        change = gradient * (steps + epsilon).sqrt() / (squares + epsilon).sqrt()
        steps.mul_(rho).add_(change.square() * (1 - rho))
        weight.sub_(change * group["lr"])
