"""How the files hang together."""
