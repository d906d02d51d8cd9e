def arguments(given):
    parser = argparse.ArgumentParser(description=f"Trains {NETWORK.__name__}.")
    parser.add_argument("--data", default=".", help="the folder of the data, see load_data")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--steps", type=int, default=0, help="end after so many steps")
    parser.add_argument("--batch-size", type=int, default=BATCH_SIZE, help="of each process")
    parser.add_argument("--parts", type=int, default=1, help="take a batch in so many parts, as so many processes would")
    parser.add_argument("--learning-rate", type=float, default=LEARNING_RATE)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 31) if SEED is None else SEED)
    parser.add_argument("--weights", help="begin with the weights of this safetensors file")
    parser.add_argument("--out", default="weights.safetensors", help="where the trained weights go")
    parser.add_argument("--snapshot", default="snapshot.pt", help="what a training that was broken off goes on from")
    parser.add_argument("--snapshot-every", type=int, default=100, help="steps")
    parser.add_argument("--backend", default="nccl" if torch.cuda.is_available() else "gloo")
    parser.add_argument("--sync-batch-norm", action="store_true", help="batch statistics over all GPUs")
    return parser.parse_args(given)


def main(given=None):
    args = arguments(given)
    rank, world = connect(args.backend)
    device = torch.device("cpu")
    if args.backend == "nccl":
        device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", 0)))
        torch.cuda.set_device(device)

    torch.manual_seed(args.seed)
    network = NETWORK()
    if args.weights:
        network.load_state_dict(load_safetensors(args.weights))
    if args.sync_batch_norm:
        network = nn.SyncBatchNorm.convert_sync_batchnorm(network)
    network.to(device)

    inputs, targets = load_data(args.data, "train")
    kept = int(len(inputs[0]) * (1 - VALIDATION_SPLIT))
    data = [tensor[:kept] for tensor in inputs], [tensor[:kept] for tensor in targets]
    validation = None
    if VALIDATION_SPLIT > 0:
        validation = [tensor[kept:] for tensor in inputs], [tensor[kept:] for tensor in targets]
    train(args, network, data, validation, rank, world, device)

    share_buffers(network)
    report = evaluate(network, load_data(args.data, "test"), args.batch_size, rank, world, device)
    if rank == 0:
        save_safetensors(network.state_dict(), args.out)
        print(f"test  {report}", flush=True)
    if world > 1:
        dist.destroy_process_group()


if __name__ == "__main__":
    main()
