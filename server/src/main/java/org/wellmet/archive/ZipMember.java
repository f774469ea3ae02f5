package org.wellmet.archive;

/// One file in a ZIP, as the table of contents declares it and as its own header confirms.
///
/// `dataAt` is where its packed bytes begin in the ZIP; `packedBytes` and `bytes` are its sizes before and after
/// unpacking.
record ZipMember(String name, boolean deflated, long checksum, long dataAt, long packedBytes, long bytes) {
    boolean isFolder() {
        return name.endsWith("/");
    }

    /// The part after the last slash.
    String lastName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /// What macOS adds beside the member's own files.
    boolean isLitter() {
        return name.startsWith("__MACOSX/")
                || lastName().startsWith("._")
                || lastName().equals(".DS_Store");
    }
}
