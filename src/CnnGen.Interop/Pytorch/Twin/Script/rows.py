def rows(tensor, width):
    """A row for each position: of N x channels x sizes, N * sizes x channels."""
    return (tensor.movedim(1, -1) if tensor.dim() > 1 else tensor).reshape(-1, width)


def one_hot(targets, classes):
    """Class indices as rows of zeros with a one; rows stay as they are."""
    if targets.is_floating_point():
        return rows(targets, classes)
    return F.one_hot(targets.flatten(), classes).float()
