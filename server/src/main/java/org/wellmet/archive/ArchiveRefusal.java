package org.wellmet.archive;

import org.wellmet.web.Text;

/// Why a file that somebody uploaded was not taken in. Nothing was saved in any of these cases.
public sealed interface ArchiveRefusal {
    /// What to tell the member.
    Text text();

    /// Not a ZIP file at all.
    record NotAnArchive() implements ArchiveRefusal {
        @Override
        public Text text() {
            return Text.of("This is not a ZIP file. Choose the one that LinkedIn offered you for download.");
        }
    }

    /// Cut off, or contradicts itself.
    record Damaged() implements ArchiveRefusal {
        @Override
        public Text text() {
            return Text.of("The ZIP file is damaged. Download it again and try once more.");
        }
    }

    /// Locked with a password.
    record Encrypted() implements ArchiveRefusal {
        @Override
        public Text text() {
            return Text.of("The ZIP file is locked with a password. Unlock it first; nothing was read.");
        }
    }

    /// Packed by a method other than the two that every program knows.
    record UnknownMethod(String name) implements ArchiveRefusal {
        @Override
        public Text text() {
            return Text.of(
                    "“{0}” in the ZIP file is packed in a way that cannot be read here. Pack the files anew as an ordinary ZIP.",
                    name);
        }
    }

    /// More files than any archive of a member has.
    record TooManyFiles(int limit) implements ArchiveRefusal {
        @Override
        public Text text() {
            return Text.of(
                    "The ZIP file holds more than {0} files. That is not an archive from LinkedIn; nothing was read.",
                    limit);
        }
    }

    /// Would grow beyond measure.
    record TooLarge(long limitMegabytes) implements ArchiveRefusal {
        @Override
        public Text text() {
            return Text.of("The ZIP file grows beyond {0} MB when it is unpacked. Nothing was read.", limitMegabytes);
        }
    }

    /// Grows far more than text does: a trap.
    record Bomb(String name) implements ArchiveRefusal {
        @Override
        public Text text() {
            return Text.of("“{0}” in the ZIP file grows far beyond its packed size. Nothing was read.", name);
        }
    }

    /// A name that leads out of the folder.
    record UnsafeName(String name) implements ArchiveRefusal {
        @Override
        public Text text() {
            return Text.of("“{0}” in the ZIP file points outside of it. Nothing was read.", name);
        }
    }

    /// A link or a device where a file should be.
    record NotAPlainFile(String name) implements ArchiveRefusal {
        @Override
        public Text text() {
            return Text.of("“{0}” in the ZIP file is a link and not a file. Nothing was read.", name);
        }
    }

    /// An archive in the archive.
    record Nested(String name) implements ArchiveRefusal {
        @Override
        public Text text() {
            return Text.of("“{0}” is an archive inside the ZIP file. Unpack it first and choose the inner one.", name);
        }
    }

    /// Two files that share bytes.
    record Overlapping(String name) implements ArchiveRefusal {
        @Override
        public Text text() {
            return Text.of("“{0}” in the ZIP file overlaps another file. Nothing was read.", name);
        }
    }

    /// More rows of one kind than a member can have.
    record TooManyRows(String name, int limit) implements ArchiveRefusal {
        @Override
        public Text text() {
            return Text.of("“{0}” has more than {1} rows. Nothing was read.", name, limit);
        }
    }

    /// More cells than all that a member has takes: rows without end.
    record TooManyCells(int limit) implements ArchiveRefusal {
        @Override
        public Text text() {
            return Text.of("The tables in the ZIP file have more than {0} cells. Nothing was read.", limit);
        }
    }

    /// No file whose header line is known.
    record NothingKnown() implements ArchiveRefusal {
        @Override
        public Text text() {
            return Text.of(
                    "Nothing in this ZIP file looks like LinkedIn’s export. Choose the file that LinkedIn offered you for download.");
        }
    }
}
