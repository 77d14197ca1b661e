"""Words by which a file names others without importing them."""

DECLARING = "mod"
"""The word by which a file declares that another is a module of it."""

TAKING = frozenset(
    {
        *("ADD", "COPY", "both_libraries", "build_target", "configure_file", "custom_target"),
        *("executable", "extension_module", "files", "find_program", "install_data"),
        *("install_headers", "install_man", "install_sources", "jar", "library", "shared_library"),
        *("shared_module", "static_library", "vcs_tag"),
    }
)
"""Words by which a build takes the files that it works on: those of Docker and Meson."""
