class Adagrad(Written):
    """Steps that become smaller with the sum of the squared gradients."""

    slots = ["squares"]

    def start(self, group):
        return group["initial"]

    def change(self, weight, gradient, group, squares):
        squares.add_(gradient.square())
        weight.sub_(gradient * group["lr"] / (squares + group["eps"]).sqrt())
