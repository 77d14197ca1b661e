"""How imports name files, in the languages in which they do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How the imports of some languages name files."""

    languages: tuple[str, ...]
    keywords: frozenset[str] = frozenset()
    """Those that the rule is for; all, if there are none."""
    suffixes: tuple[str, ...] = ("",)
    """What may be left out at the end of a name, in the order in which it is tried."""
    indexes: tuple[str, ...] = ()
    """Names of files that stand for their folder."""
    separator: str = ""
    """What stands for the slash of a path."""
    from_file: bool = True
    """Whether a name is looked for in the folder of the file."""
    from_root: bool = False
    """Whether it is looked for in the root of the repository, too; it means neither of two."""
    exact: tuple[str, ...] = ()
    """How names begin that are looked for in the folder of the file only."""
    within: tuple[str, ...] = ()
    """Names of the folders, wherever they are, that it is then looked for in; ``*`` for any. It
    means the one file that is found so, or the one nearest to the file."""
    prefers_within: bool = False
    """Whether it is looked for in these first."""
    takes_folders: bool = False
    """Whether a name may be that of a folder."""
    variables: tuple[str, ...] = ()
    """How names begin whose first part is known at run time only, and taken for the folder."""
    standard: frozenset[str] = frozenset()
    """The first parts of the names of what comes with the language."""
    parts: frozenset[str] = frozenset()
    """All names of more parts that come with it, where others put theirs below the same ones."""
    is_rooted: bool = False
    """Whether a name that begins with a slash starts from a folder around the file; it is else
    that of a file of the machine."""
    has_labels: bool = False
    """Whether names are labels of Bazel: ``//folder:file``, ``:file``, ``@elsewhere//a:b``."""
    is_outside: bool = False
    """Whether a name that is no path and leads nowhere is that of something from elsewhere."""

    def find_package(self, name: str) -> tuple[str, bool]:
        """Return the package that a name is in, and whether it comes with the language."""
        name = name.replace(self.separator or "/", "/")
        first = name.partition("/")[0]
        if name != first and any(part.startswith(f"{first}/") for part in self.parts):
            is_part = name in self.parts
            return (first, True) if is_part else (name, False)
        return first, first in self.standard


WORKSPACES = frozenset({"MODULE.bazel", "REPO.bazel", "WORKSPACE", "WORKSPACE.bazel"})
"""Files of Bazel: labels that begin with two slashes start from the folder of the nearest."""

LUA = "coroutine debug io math os package string table utf8 bit bit32 ffi jit"

MESON = (
    "cmake codegen cuda cuda_extended dlang external_project fs gnome hotdoc i18n icestorm java "
    "keyval modtest pkgconfig python python3 qt4 qt5 qt6 rust simd snippets sourceset wayland "
    "windows"
)

RUBY = (
    "abbrev base64 benchmark bigdecimal bundler cgi continuation coverage csv date delegate "
    "did_you_mean digest drb English erb error_highlight etc expect fcntl fiddle fileutils find "
    "forwardable getoptlong io ipaddr irb json kconv logger matrix mkmf monitor mutex_m net nkf "
    "objspace observer open-uri open3 openssl optionparser optparse ostruct pathname pp "
    "prettyprint prime pstore psych pty racc random rbconfig rdoc readline reline resolv "
    "resolv-replace rinda ripper rubygems securerandom set shellwords singleton socket stringio "
    "strscan syntax_suggest syslog tempfile thread time timeout tmpdir tsort un "
    "unicode_normalize uri weakref win32 win32ole yaml zlib"
)

RUBY_PARTS = (
    "benchmark/version digest/bubblebabble digest/loader digest/md5 digest/rmd160 digest/sha1 "
    "digest/sha2 digest/version io/console io/console/size io/nonblock io/wait json/add/bigdecimal "
    "json/add/complex json/add/core json/add/date json/add/date_time json/add/exception "
    "json/add/ostruct json/add/range json/add/rational json/add/regexp json/add/set "
    "json/add/string json/add/struct json/add/symbol json/add/time json/coder json/common json/ext "
    "json/generic_object json/version net/ftp net/http net/http/exceptions "
    "net/http/generic_request net/http/header net/http/proxy_delta net/http/request "
    "net/http/requests net/http/response net/http/responses net/http/status net/https net/imap "
    "net/pop net/protocol net/smtp net/telnet"
)

RULES = (
    Rule(
        languages=("Bash",),
        from_root=True,
        variables=("$",),
    ),
    Rule(languages=("Zig",), keywords=frozenset({"@embedFile"})),
    Rule(languages=("Zig",), standard=frozenset({"std", "builtin", "root"})),
    Rule(languages=("Julia",), keywords=frozenset({"include"})),
    Rule(
        languages=("Ruby",),
        keywords=frozenset({"require_relative"}),
        suffixes=("", ".rb"),
    ),
    Rule(
        languages=("Ruby",),
        keywords=frozenset({"load"}),
        from_file=False,
        from_root=True,
        within=("lib", "spec", "test"),
    ),
    Rule(
        languages=("Ruby",),
        suffixes=(".rb", ""),
        from_file=False,
        from_root=True,
        within=("lib", "spec", "test"),
        prefers_within=True,
        standard=frozenset(RUBY.split()),
        parts=frozenset(RUBY_PARTS.split()),
        is_outside=True,
    ),
    Rule(
        languages=("PHP",),
        keywords=frozenset({"require", "require_once", "include", "include_once"}),
        from_root=True,
        exact=(".",),
    ),
    Rule(
        languages=("Lua",),
        suffixes=(".lua",),
        indexes=("init.lua",),
        separator=".",
        from_root=True,
        within=("lib", "lua", "src", "spec"),
        standard=frozenset(LUA.split()),
        is_outside=True,
    ),
    Rule(languages=("Fortran", "FortranFixed"), keywords=frozenset({"include"}), within=("*",)),
    Rule(languages=("Makefile",), from_root=True, variables=("$",)),
    Rule(languages=("CMake",), keywords=frozenset({"find_package"}), is_outside=True),
    Rule(
        languages=("CMake",),
        keywords=frozenset({"add_subdirectory"}),
        suffixes=(),
        indexes=("CMakeLists.txt",),
        takes_folders=True,
        variables=("${CMAKE_CURRENT_SOURCE_DIR}", "${CMAKE_CURRENT_LIST_DIR}"),
    ),
    Rule(
        languages=("CMake",),
        suffixes=("", ".cmake"),
        from_root=True,
        exact=("${CMAKE_CURRENT_",),
        within=("cmake", "CMake", "cmake_modules", "Modules"),
        variables=("${CMAKE_CURRENT_SOURCE_DIR}", "${CMAKE_CURRENT_LIST_DIR}"),
    ),
    Rule(
        languages=("Just",),
        keywords=frozenset({"mod"}),
        suffixes=(".just", ""),
        indexes=("mod.just", "justfile", "Justfile", ".justfile"),
    ),
    Rule(languages=("Just",)),
    Rule(
        languages=("Docker",),
        keywords=frozenset({"COPY", "ADD"}),
        from_root=True,
        takes_folders=True,
        is_rooted=True,
    ),
    Rule(languages=("Docker",), suffixes=(), is_outside=True),
    Rule(languages=("CSS", "SCSS", "Sass", "Less"), suffixes=("", ".css", ".scss", ".less")),
    Rule(languages=("HTML",), is_rooted=True),
    Rule(languages=("Nix",), indexes=("default.nix",)),
    Rule(
        languages=("Swift",),
        from_file=False,
        within=("Sources",),
        takes_folders=True,
        is_outside=True,
    ),
    Rule(languages=("GraphQL",)),
    Rule(languages=("Starlark",), from_root=True, has_labels=True, is_outside=True),
    Rule(
        languages=("Meson",),
        keywords=frozenset({"import"}),
        suffixes=(),
        standard=frozenset(MESON.split()),
    ),
    Rule(languages=("Meson",), keywords=frozenset({"dependency"}), suffixes=(), is_outside=True),
    Rule(
        languages=("Meson",),
        keywords=frozenset({"subproject"}),
        suffixes=(".wrap",),
        indexes=("meson.build",),
        from_file=False,
        within=("subprojects",),
        is_outside=True,
    ),
    Rule(languages=("Meson",), keywords=frozenset({"find_program"}), is_outside=True),
    Rule(languages=("Meson",), indexes=("meson.build",)),
)
"""The first rule that is for the language and the keyword of an import decides."""
