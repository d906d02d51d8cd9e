On one machine, with two processes:

    torchrun --nproc_per_node=2 THIS_FILE --data FOLDER

On two machines, the same on each, with the address of the first one:

    torchrun --nnodes=2 --nproc_per_node=1 --rdzv_backend=c10d \
        --rdzv_endpoint=FIRST:29400 THIS_FILE --data FOLDER

FOLDER holds MNIST's four files, or train.pt and test.pt (see load_data). Each process
takes --batch-size examples, so that a step takes as many times more as there are
processes; the learning rate is yours to scale. One process with --parts 2 and twice the
--batch-size does what two do, to the bit on one CPU thread each. With --max_restarts, torchrun starts all
processes again when one is lost, and they go on from the last snapshot.
