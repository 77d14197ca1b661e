"""The modules that come with Python, whichever version builds the documentation."""

import sys

FORMER = frozenset(
    {
        # until Python 3.9 to 3.13
        *("_bootlocale", "aifc", "asynchat", "asyncore", "audioop", "binhex", "cgi", "cgitb"),
        *("chunk", "crypt", "distutils", "dummy_threading", "formatter", "imghdr", "imp"),
        *("lib2to3", "macpath", "mailcap", "msilib", "nis", "nntplib", "ossaudiodev", "parser"),
        *("pipes", "smtpd", "sndhdr", "spwd", "sunau", "symbol", "telnetlib", "uu", "xdrlib"),
        # until Python 2.7
        *("BaseHTTPServer", "CGIHTTPServer", "ConfigParser", "Cookie", "HTMLParser", "Queue"),
        *("SimpleHTTPServer", "SocketServer", "StringIO", "Tkinter", "UserDict", "UserList"),
        *("UserString", "__builtin__", "_winreg", "cPickle", "cStringIO", "commands", "cookielib"),
        *(
            "copy_reg",
            "dummy_thread",
            "exceptions",
            "htmlentitydefs",
            "httplib",
            "md5",
            "robotparser",
        ),
        *("sets", "sha", "thread", "urllib2", "urlparse", "xmlrpclib"),
    }
)
"""Modules that are no more, which programs for several versions still name."""

NEWER = frozenset({"annotationlib", "compression", "profiling"})
"""Modules that came after the oldest Python that builds documentation."""

STANDARD_LIBRARY = sys.stdlib_module_names | FORMER | NEWER | {"__main__"}
