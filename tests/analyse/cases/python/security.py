"""Each line in which a rule finds something is marked with the rule and its subject."""

import hashlib
import marshal
import os
import pickle as p
import ssl
import shelve
import subprocess
import tempfile
from subprocess import run

import requests
import yaml
from yaml import Loader

eval("1")  # -> python/eval eval
exec(compile("1", "", "exec"))  # -> python/compile compile # -> python/eval exec
p.loads(b"")  # -> python/pickle pickle.loads
p.dumps(1)
shelve.open("a")  # -> python/pickle shelve.open
marshal.load(None)  # -> python/marshal marshal.load
run("ls", shell=True)  # -> python/shell subprocess.run
run(["ls"])
run(["ls"], shell=False)
run(["ls"], check=True)
subprocess.getoutput("ls")  # -> python/shell subprocess.getoutput
os.system("ls")  # -> python/shell os.system
yaml.unsafe_load("")  # -> python/unsafe-yaml yaml.unsafe_load
yaml.load("", Loader=Loader)  # -> python/unsafe-yaml yaml.Loader
yaml.load("", Loader=yaml.SafeLoader)
yaml.add_constructor("!a", print, Loader=Loader)
yaml.safe_load("")
tempfile.mktemp()  # -> python/temporary-name tempfile.mktemp
tempfile.mkstemp()
ssl._create_unverified_context()  # -> python/unverified-tls ssl._create_unverified_context
ssl.create_default_context()
requests.get("", verify=False)  # -> python/unverified-tls requests.get
requests.get("", verify=True)
hashlib.md5(b"")  # -> python/broken-hash hashlib.md5
hashlib.md5(b"", usedforsecurity=False)
hashlib.sha256(b"")
