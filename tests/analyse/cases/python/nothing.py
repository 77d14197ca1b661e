"""ABC, parallel, pickle.loads(x), eval(x), @dataclass, CUDA, yaml.load, os.system, singleton.

    class Fake(ABC):
        def method(self): yield
"""
# class Commented(ABC): running tests in parallel, eval(pickle.loads(data)), numpy, threading.Thread
import functools
import json as pickle
import re
from dataclasses import field
from mine import ABC, Enum, dataclass as dc, property
from other import *

TEXT = "class Quoted(ABC): eval('x'); import pickle; pickle.loads(x)"
CODE = """
import pickle
class InString(Enum):
    def __enter__(self): pass
    def __exit__(self): pass
pickle.loads(eval("x"))
"""
ABCs = "ABC"
parallel = True


class Mine(ABC): ...
class Kind(Enum): ...


@dc
class Decorated: ...


class Shadowed:
    @property
    def value(self): ...


def eval(text): ...
def wraps(function): ...


eval("x")
exec("star imports may bring another exec")
pickle.loads("{}")
re.compile("x")
Pickle = object()
numpy.zeros(3)
self.eval("x")
json.loads("x")


def shadowing(pickle, os, np):
    import threading
    threading = object()
    os.system("x")
    threading.Thread()
    return np.zeros(3)


def late():
    for subprocess in ():
        subprocess.run("x", shell=True)
    [tempfile.mktemp() for tempfile in ()]
    with open("x") as marshal:
        marshal.loads("x")
    lambda hashlib: hashlib.md5()


class HalfAManager:
    def __enter__(self): ...


class AnError(UnknownError): ...
lambda: (yield)


class Annotated:
    __slots__: tuple[str, ...]


def handed_on(function):
    @functools.wraps(function)
    def wrapper(): ...

    return staticmethod(wrapper)


def made_anew(function):
    @made
    @functools.wraps(function)
    def wrapper(): ...

    return wrapper
