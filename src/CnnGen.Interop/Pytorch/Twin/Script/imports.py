import argparse
import contextlib
import ctypes
import gzip
import io
import json
import math
import os
import random
import struct

import torch
import torch.distributed as dist
import torch.nn.functional as F
from torch import nn
from torch.nn.parallel import DistributedDataParallel
