package org.wellmet.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wellmet.account.Secret;
import org.wellmet.member.Member;
import org.wellmet.member.Members;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Problems;

/// A personal invitation as JSON, for whoever holds its secret: what [WelcomePages] shows and does.
@RestController
@RequestMapping("/api/welcome/{secret}")
final class WelcomeApi {
    private final OutsideInvitations outside;
    private final Welcome welcome;
    private final Members members;
    private final Acquaintances acquaintances;
    private final Problems problems;

    WelcomeApi(
            OutsideInvitations outside,
            Welcome welcome,
            Members members,
            Acquaintances acquaintances,
            Problems problems) {
        this.outside = outside;
        this.welcome = welcome;
        this.members = members;
        this.acquaintances = acquaintances;
        this.problems = problems;
    }

    /// Who invites, and why.
    record WelcomeWire(String name, String headline, String why, boolean isMine) {}

    @GetMapping
    @OpenTo(OpenTo.Who.ANYONE)
    ResponseEntity<WelcomeWire> show(Viewer viewer, @PathVariable String secret) {
        OutsideStore.Open open = open(viewer, secret);
        Member inviter = members.find(open.inviter()).orElseThrow(NotHere::new);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new WelcomeWire(inviter.name(), inviter.headline(), open.whyNow(), viewer.is(open.inviter())));
    }

    /// For who is a member already: lets the inviter's invitation wait among the others.
    @PostMapping
    @OpenTo(OpenTo.Who.MEMBERS)
    Object follow(Viewer viewer, @PathVariable String secret, HttpServletRequest request) {
        Member inviter = members.find(open(viewer, secret).inviter()).orElseThrow(NotHere::new);
        return Refusals.of(welcome.follow(viewer.id(), new Secret(secret)), inviter.name())
                .<Object>map(problem -> problems.answer(request, problem))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private OutsideStore.Open open(Viewer viewer, String secret) {
        OutsideStore.Open open = outside.find(new Secret(secret)).orElseThrow(NotHere::new);
        boolean isHidden = viewer.isSignedIn()
                && acquaintances.of(viewer, List.of(open.inviter())).isEmpty();
        if (isHidden) {
            throw new NotHere();
        }
        return open;
    }
}
