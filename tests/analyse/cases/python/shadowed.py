"""Names that are bound again, and where that matters."""

import os
import pickle
import subprocess

try:
    import cPickle as fast
except ImportError:
    import pickle as fast

fast.loads(b"")


class Scope:
    import marshal

    marshal.loads(b"")  # -> python/marshal marshal.loads

    def method(self):
        marshal.loads(b"")


class Compiler:
    def compile(self): ...
    def eval(self): ...
    compile("names of this class hold here")


compile("not those of a class")  # -> python/compile compile


def replaced():
    global os
    os = None


os.system("x")


def rebound():
    subprocess.run("x", shell=True)  # -> python/shell subprocess.run

    def inner(subprocess):
        subprocess.run("x", shell=True)


def local():
    from os import system as run
    run("x")  # -> python/shell os.system


run("x")
pickle.loads(b"")  # -> python/pickle pickle.loads


def conditional(flag):
    if flag:
        pickle = None
    pickle.loads(b"")


match object():
    case {"eval": eval}: ...
eval("x")


class Exception(object): ...
class LocalError(Exception): ...
class RealError(ValueError): ...  # -> python/exception RealError
