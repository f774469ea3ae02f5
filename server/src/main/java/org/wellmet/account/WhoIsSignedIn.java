package org.wellmet.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.ChangeLog;
import org.wellmet.database.Transactions;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.visibility.Viewers;
import org.wellmet.web.Look;
import org.wellmet.web.Me;
import org.wellmet.web.Preferences;
import org.wellmet.web.SignedIn;

/// Tells the frame who looks and how they have the pages. Costs no query while the session cache is warm.
///
/// Thread-safe.
@Component
final class WhoIsSignedIn implements SignedIn, Preferences {
    private static final String PICTURE = "/pictures/";

    private final Members members;
    private final LookStore looks;
    private final Transactions transactions;
    private final ChangeLog changeLog;

    WhoIsSignedIn(JdbcClient sql, Members members, Transactions transactions, ChangeLog changeLog) {
        this.looks = new LookStore(sql);
        this.members = members;
        this.transactions = transactions;
        this.changeLog = changeLog;
    }

    @Override
    public Optional<Me> me(HttpServletRequest request) {
        return current().map(SignedInMember::member).map(WhoIsSignedIn::toMe);
    }

    @Override
    public Optional<Look> look(HttpServletRequest request) {
        return current().flatMap(SignedInMember::look);
    }

    @Override
    public boolean keep(HttpServletRequest request, Look look) {
        Optional<MemberId> member = Viewers.current().member();
        member.ifPresent(id -> transactions.run(() -> {
            looks.save(id, look);
            changeLog.append(Members.CHANGED, id.value()); // the session cache holds the look
        }));
        return member.isPresent();
    }

    /// From the session; from the tables for whoever is signed in some other way.
    private Optional<SignedInMember> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInMember member) {
            return Optional.of(member);
        }
        return Viewers.current()
                .member()
                .flatMap(members::find)
                .map(member -> new SignedInMember(member, looks.find(member.id())));
    }

    private static Me toMe(Member member) {
        return new Me(
                member.name(),
                member.firstName(),
                member.initials(),
                member.tint(),
                member.handle(),
                member.pictureId().map(picture -> PICTURE + picture),
                member.isOperator());
    }
}
