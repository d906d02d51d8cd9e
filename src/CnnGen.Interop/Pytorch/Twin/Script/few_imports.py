import ctypes
import json
import struct

import torch
import torch.nn.functional as F
from torch import nn
