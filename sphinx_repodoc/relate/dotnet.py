"""The namespaces of the class library that comes with .NET, up to .NET 10."""

BELOW = {
    "System": (
        "Buffers Collections ComponentModel Data Diagnostics Drawing Dynamic Globalization IO Linq "
        "Net Numerics Reflection Resources Runtime Security Text Threading Timers Transactions Web "
        "Xml"
    ),
    "System.Buffers": "Binary Text",
    "System.CodeDom": "Compiler",
    "System.Collections": "Concurrent Frozen Generic Immutable ObjectModel Specialized",
    "System.ComponentModel": "DataAnnotations DataAnnotations.Schema Design Design.Serialization",
    "System.Configuration": "Assemblies",
    "System.Data": "Common SqlTypes",
    "System.Diagnostics": "CodeAnalysis Contracts Metrics SymbolStore Tracing",
    "System.Formats": "Asn1 Tar",
    "System.IO": "Compression Enumeration IsolatedStorage MemoryMappedFiles Pipelines Pipes",
    "System.Linq": "Expressions",
    "System.Net": (
        "Cache Http Http.Headers Http.Json Http.Metrics Mail Mime NetworkInformation PeerToPeer "
        "Quic Security ServerSentEvents Sockets WebSockets"
    ),
    "System.Reflection": "Emit Metadata Metadata.Ecma335 PortableExecutable",
    "System.Runtime": (
        "CompilerServices ConstrainedExecution ExceptionServices InteropServices "
        "InteropServices.ComTypes InteropServices.JavaScript InteropServices.Marshalling "
        "InteropServices.ObjectiveC Intrinsics Intrinsics.Arm Intrinsics.Wasm Intrinsics.X86 "
        "Loader Remoting Serialization Serialization.DataContracts Serialization.Formatters "
        "Serialization.Formatters.Binary Serialization.Json Versioning"
    ),
    "System.Security": (
        "AccessControl Authentication Authentication.ExtendedProtection Claims Cryptography "
        "Cryptography.X509Certificates Permissions Policy Principal"
    ),
    "System.Text": (
        "Encodings.Web Json Json.Nodes Json.Schema Json.Serialization Json.Serialization.Metadata "
        "RegularExpressions Unicode"
    ),
    "System.Threading": "Channels Tasks Tasks.Dataflow Tasks.Sources",
    "System.Windows": "Input Markup",
    "System.Xml": "Linq Resolvers Schema Serialization XPath Xsl",
    "Microsoft": "CSharp CSharp.RuntimeBinder VisualBasic Win32 Win32.SafeHandles",
}
"""The namespaces below each."""

NAMESPACES = frozenset(
    {"System", *(f"{above}.{name}" for above, names in BELOW.items() for name in names.split())}
)
"""Their full names."""
