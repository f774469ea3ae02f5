/// What a member brings in from elsewhere, and what they take out.
///
/// *Archive*: the ZIP file that LinkedIn gives its members. [LinkedInExport] reads one; the shape that comes out is a
/// [Resume] (what may become part of the member's profile) and a list of [Contact]s, which stay private to their owner:
/// nobody is invited, nothing is preselected, no mail is sent. A JSON Resume file becomes a [Resume] as well, and a
/// [Resume] goes out as JSON Resume or vCard.
///
/// Invariants:
///
/// 1. *Nothing is expanded before it was checked*: [ZipContents] reads the table of contents, whose size is
///    bounded, and refuses what no honest archive holds. Reading stops at the declared size, never writes to
///    disk, and never holds more than [LinkedInExport#MAX_FILE_BYTES] of one file.
/// 2. A file inside an archive is known by its *header line*, never by its name ([ExportHeaders]).
/// 3. A value that came in is clean: no control characters, no half characters, bounded length ([Texts]).
/// 4. A contact is matched with a member by exact e-mail or profile address only, never by name.
///
/// Start reading at [LinkedInExport].
@NullMarked
package org.wellmet.archive;

import org.jspecify.annotations.NullMarked;
