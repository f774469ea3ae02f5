package org.wellmet.update;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.ChangeLog;
import org.wellmet.markdown.Markdown;
import org.wellmet.member.Handle;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// Who is mentioned in a text, and who of them is told. Thread-safe.
@Component
final class Mentioning {
    /// More is calling a crowd.
    static final int MAX_MENTIONS = 10;

    private final Members members;
    private final Visibility visibility;
    private final ChangeLog changeLog;

    Mentioning(Members members, Visibility visibility, ChangeLog changeLog) {
        this.members = members;
        this.visibility = visibility;
        this.changeLog = changeLog;
    }

    /// The first [#MAX_MENTIONS] members in a text whom its writer may see: nobody learns from a mention who is here.
    List<MemberId> in(MemberId writer, String text) {
        List<MemberId> found = Markdown.mentioned(text).stream()
                .limit(MAX_MENTIONS)
                .map(Handle::parse)
                .flatMap(Optional::stream)
                .map(members::findByHandle)
                .flatMap(Optional::stream)
                .map(Member::id)
                .toList();
        var seen = visibility.visible(Viewer.of(writer), found);
        return found.stream().filter(seen::contains).toList();
    }

    /// Notes in the change log whom `writer` mentioned, but for those who could not read it and those told otherwise.
    void tell(String kind, MemberId writer, List<MemberId> mentioned, Source source) {
        for (MemberId member : mentioned) {
            boolean isToldOtherwise = member.equals(writer) || member.equals(source.author());
            if (!isToldOtherwise && visibility.maySee(Viewer.of(member), source.author(), source.audience())) {
                changeLog.append(kind, writer.value(), member.value(), source.subjectId());
            }
        }
    }

    /// Where a mention stands: the row, and whose update for whom it belongs to.
    record Source(MemberId author, Audience audience, long subjectId) {}
}
