package org.wellmet.archive;

import java.util.List;

/// Why a file that somebody uploaded was not taken in. Nothing was saved in any of these cases.
///
/// [#sentence] is the English text with numbered places, the key of its translation; [#values] are what stands in them.
public sealed interface ArchiveRefusal {
    /// What to tell the member.
    String sentence();

    /// What stands in the places of the sentence.
    default List<Object> values() {
        return List.of();
    }

    /// Not a ZIP file at all.
    record NotAnArchive() implements ArchiveRefusal {
        @Override
        public String sentence() {
            return "This is not a ZIP file. Choose the one that LinkedIn offered you for download.";
        }
    }

    /// Cut off, or contradicts itself.
    record Damaged() implements ArchiveRefusal {
        @Override
        public String sentence() {
            return "The ZIP file is damaged. Download it again and try once more.";
        }
    }

    /// Locked with a password.
    record Encrypted() implements ArchiveRefusal {
        @Override
        public String sentence() {
            return "The ZIP file is locked with a password. Unlock it first; nothing was read.";
        }
    }

    /// Packed by a method other than the two that every program knows.
    record UnknownMethod(String name) implements ArchiveRefusal {
        @Override
        public String sentence() {
            return "“{0}” in the ZIP file is packed in a way that cannot be read here. Pack the files anew as an ordinary ZIP.";
        }

        @Override
        public List<Object> values() {
            return List.of(name);
        }
    }

    /// More files than any archive of a member has.
    record TooManyFiles(int limit) implements ArchiveRefusal {
        @Override
        public String sentence() {
            return "The ZIP file holds more than {0} files. That is not an archive from LinkedIn; nothing was read.";
        }

        @Override
        public List<Object> values() {
            return List.of(limit);
        }
    }

    /// Would grow beyond measure.
    record TooLarge(long limitMegabytes) implements ArchiveRefusal {
        @Override
        public String sentence() {
            return "The ZIP file grows beyond {0} MB when it is unpacked. Nothing was read.";
        }

        @Override
        public List<Object> values() {
            return List.of(limitMegabytes);
        }
    }

    /// Grows far more than text does: a trap.
    record Bomb(String name) implements ArchiveRefusal {
        @Override
        public String sentence() {
            return "“{0}” in the ZIP file grows far beyond its packed size. Nothing was read.";
        }

        @Override
        public List<Object> values() {
            return List.of(name);
        }
    }

    /// A name that leads out of the folder.
    record UnsafeName(String name) implements ArchiveRefusal {
        @Override
        public String sentence() {
            return "“{0}” in the ZIP file points outside of it. Nothing was read.";
        }

        @Override
        public List<Object> values() {
            return List.of(name);
        }
    }

    /// A link or a device where a file should be.
    record NotAPlainFile(String name) implements ArchiveRefusal {
        @Override
        public String sentence() {
            return "“{0}” in the ZIP file is a link and not a file. Nothing was read.";
        }

        @Override
        public List<Object> values() {
            return List.of(name);
        }
    }

    /// An archive in the archive.
    record Nested(String name) implements ArchiveRefusal {
        @Override
        public String sentence() {
            return "“{0}” is an archive inside the ZIP file. Unpack it first and choose the inner one.";
        }

        @Override
        public List<Object> values() {
            return List.of(name);
        }
    }

    /// Two files that share bytes.
    record Overlapping(String name) implements ArchiveRefusal {
        @Override
        public String sentence() {
            return "“{0}” in the ZIP file overlaps another file. Nothing was read.";
        }

        @Override
        public List<Object> values() {
            return List.of(name);
        }
    }

    /// More rows of one kind than a member can have.
    record TooManyRows(String name, int limit) implements ArchiveRefusal {
        @Override
        public String sentence() {
            return "“{0}” has more than {1} rows. Nothing was read.";
        }

        @Override
        public List<Object> values() {
            return List.of(name, limit);
        }
    }

    /// No file whose header line is known.
    record NothingKnown() implements ArchiveRefusal {
        @Override
        public String sentence() {
            return "Nothing in this ZIP file looks like LinkedIn’s export. Choose the file that LinkedIn offered you for download.";
        }
    }
}
