"""Each line in which a rule finds something is marked with the rule and its subject."""

import asyncio
import concurrent.futures
import functools
import multiprocessing as mp
import threading
from concurrent.futures import ProcessPoolExecutor as Pool
from functools import lru_cache

import cython
import numba
import numba.cuda
import numpy as np
import torch


@lru_cache(maxsize=None)  # -> python/cache cached
def cached(x): ...


@functools.cache  # -> python/cache kept
def kept(x): ...


threading.Thread(target=kept)  # -> python/threads threading.Thread
concurrent.futures.ThreadPoolExecutor()  # -> python/threads concurrent.futures.ThreadPoolExecutor
class Worker(threading.Thread): ...  # -> python/threads Worker
mp.Process(target=kept)  # -> python/processes multiprocessing.Process
class Child(mp.Process): ...  # -> python/processes Child
Pool(4)  # -> python/processes concurrent.futures.ProcessPoolExecutor
asyncio.gather(  # -> python/async-tasks asyncio.gather
)
np.linalg.norm([1])  # -> python/numpy numpy.linalg.norm
np.zeros(3)
torch.cuda.synchronize()  # -> python/gpu torch.cuda.synchronize
torch.zeros(3)


@cython.cfunc  # -> python/compiled in_c
def in_c(): ...


@numba.njit  # -> python/compiled fast
def fast(x): ...


@numba.cuda.jit  # -> python/gpu kernel
def kernel(x): ...
