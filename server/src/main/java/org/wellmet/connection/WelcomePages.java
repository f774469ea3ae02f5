package org.wellmet.connection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.account.Secret;
import org.wellmet.member.Member;
import org.wellmet.member.Members;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Problem;
import org.wellmet.web.Text;

/// Where a personal invitation leads: who invites, why, and how to join. To look changes nothing.
@Controller
@RequestMapping("/welcome/{secret}")
final class WelcomePages {
    private final OutsideInvitations outside;
    private final Welcome welcome;
    private final Members members;
    private final Acquaintances acquaintances;
    private final Pages pages;

    WelcomePages(
            OutsideInvitations outside, Welcome welcome, Members members, Acquaintances acquaintances, Pages pages) {
        this.outside = outside;
        this.welcome = welcome;
        this.members = members;
        this.acquaintances = acquaintances;
        this.pages = pages;
    }

    @GetMapping
    @OpenTo(OpenTo.Who.ANYONE)
    ModelAndView show(Viewer viewer, @PathVariable String secret) {
        OutsideStore.Open open = outside.find(new Secret(secret)).orElseThrow(NotHere::new);
        if (viewer.isSignedIn()
                && acquaintances.of(viewer, List.of(open.inviter())).isEmpty()) {
            throw new NotHere();
        }
        Member inviter = members.find(open.inviter()).orElseThrow(NotHere::new);
        return Pages.page(
                "connection/welcome",
                Map.of(
                        "inviter",
                        inviter,
                        "why",
                        open.whyNow(),
                        "secret",
                        secret,
                        "isSignedIn",
                        viewer.isSignedIn(),
                        "isOwn",
                        viewer.is(open.inviter()),
                        "obstacle",
                        obstacle(viewer, open, inviter)));
    }

    /// Why it could lead to nothing, said before it is followed.
    private Optional<Text> obstacle(Viewer viewer, OutsideStore.Open open, Member inviter) {
        return viewer.member()
                .filter(member -> !member.equals(open.inviter()))
                .flatMap(member -> welcome.obstacle(member, open))
                .flatMap(outcome -> Refusals.of(outcome, inviter.name()))
                .map(Problem::detail);
    }

    /// For who is a member already: lets the inviter's invitation wait among the others.
    @PostMapping
    @OpenTo(OpenTo.Who.MEMBERS)
    ModelAndView follow(Viewer viewer, @PathVariable String secret) {
        OutsideStore.Open open = outside.find(new Secret(secret)).orElseThrow(NotHere::new);
        if (acquaintances.of(viewer, List.of(open.inviter())).isEmpty()) {
            throw new NotHere();
        }
        Member inviter = members.find(open.inviter()).orElseThrow(NotHere::new);
        Optional<Problem> refused = Refusals.of(welcome.follow(viewer.id(), new Secret(secret)), inviter.name());
        if (refused.isEmpty()) {
            return pages.onTo("/invitations", Text.of("You have followed the invitation."));
        }
        if (refused.get().status() == HttpStatus.NOT_FOUND) {
            throw new NotHere();
        }
        return pages.onToWithRefusal("/invitations", refused.get().detail());
    }
}
