"""The headers that come with C, C++ and POSIX, in any version up to C23, C++26 and POSIX.1-2024."""

C = (
    "assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal "
    "stdalign stdarg stdatomic stdbit stdbool stdckdint stddef stdint stdio stdlib stdnoreturn "
    "string tgmath threads time uchar wchar wctype"
)

CPP = (
    "algorithm any array atomic barrier bit bitset cassert ccomplex cctype cerrno cfenv cfloat "
    "charconv chrono cinttypes ciso646 climits clocale cmath codecvt compare complex concepts "
    "condition_variable contracts coroutine csetjmp csignal cstdalign cstdarg cstdbool cstddef "
    "cstdint cstdio cstdlib cstring ctgmath ctime cuchar cwchar cwctype debugging deque "
    "exception execution expected filesystem flat_map flat_set format forward_list fstream "
    "functional future generator hazard_pointer hive initializer_list inplace_vector iomanip ios "
    "iosfwd iostream istream iterator latch limits linalg list locale map mdspan memory "
    "memory_resource meta mutex new numbers numeric optional ostream print queue random ranges "
    "ratio rcu regex scoped_allocator semaphore set shared_mutex simd source_location span "
    "spanstream sstream stack stacktrace stdexcept stdfloat stop_token streambuf string "
    "string_view strstream syncstream system_error text_encoding thread tuple type_traits "
    "typeindex typeinfo unordered_map unordered_set utility valarray variant vector version"
)

POSIX = (
    "aio arpa/inet cpio dirent dlfcn fcntl fmtmsg fnmatch ftw glob grp iconv langinfo libgen "
    "monetary mqueue ndbm net/if netdb netinet/in netinet/tcp nl_types poll pthread pwd regex "
    "sched search semaphore spawn strings stropts sys/ipc sys/mman sys/msg sys/resource "
    "sys/select sys/sem sys/shm sys/socket sys/stat sys/statvfs sys/time sys/times sys/types "
    "sys/uio sys/un sys/utsname sys/wait syslog tar termios trace ulimit unistd utime utmpx "
    "wordexp"
)

STANDARD_HEADERS = frozenset({*CPP.split(), *(f"{name}.h" for name in f"{C} {POSIX}".split())})
"""Their names as include directives write them."""

SYSTEM = (
    "alloca byteswap conio crypt direct elf endian err error execinfo features fts getopt ifaddrs "
    "io lastlog libintl libutil link login_cap malloc mcheck memory mntent obstack paths process "
    "pty readpassphrase resolv shadow stdio_ext sysexits syscall tchar tzfile ucontext util utmp "
    "vis wait windows winsock winsock2 ws2tcpip xlocale machine/endian net/ethernet net/if_arp "
    "net/if_dl net/if_types net/route netinet/if_ether netinet/in_systm netinet/ip netinet/ip6 "
    "netinet/ip_icmp netinet/udp sys/auxv sys/cdefs sys/dir sys/endian sys/epoll sys/errno "
    "sys/event sys/eventfd sys/fcntl sys/file sys/filio sys/inotify sys/ioctl sys/mount sys/param "
    "sys/personality sys/poll sys/prctl sys/ptrace sys/queue sys/quota sys/random sys/sendfile "
    "sys/signal sys/signalfd sys/sockio sys/statfs sys/syscall sys/sysctl sys/sysinfo sys/syslog "
    "sys/sysmacros sys/termios sys/timeb sys/timerfd sys/timex sys/tree sys/unistd sys/user "
    "sys/vfs sys/xattr"
)

SYSTEM_HEADERS = frozenset(f"{name}.h" for name in SYSTEM.split())
"""Further headers that some systems have, and a repository may hold for those that have not."""

BUILT = (
    *("{name}.in", "{name}.cmake", "{name}.cmake.in", "{name}.meson", "{name}.meson.in"),
    *("{name}.tmpl", "{name}.template", "{stem}.in{suffix}", "{stem}.cmake{suffix}"),
)
"""Names of files that a build makes a header from."""
