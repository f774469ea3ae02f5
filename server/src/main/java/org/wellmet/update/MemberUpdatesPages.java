package org.wellmet.update;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.member.Handle;
import org.wellmet.member.Member;
import org.wellmet.member.Members;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;

/// The updates of one member, as far as the viewer may see them.
@Controller
@OpenTo(OpenTo.Who.ANYONE)
final class MemberUpdatesPages {
    private final Updates updates;
    private final Members members;
    private final Visibility visibility;

    MemberUpdatesPages(Updates updates, Members members, Visibility visibility) {
        this.updates = updates;
        this.members = members;
        this.visibility = visibility;
    }

    @GetMapping("/in/{handle}/updates")
    ModelAndView show(Viewer viewer, @PathVariable String handle, @RequestParam(defaultValue = "") String before) {
        Member member = Optional.of(handle)
                .flatMap(Handle::parse)
                .flatMap(members::findByHandle)
                .filter(found -> visibility.maySee(viewer, found.id()))
                .orElseThrow(NotHere::new);
        UpdateList list = updates.ofMember(viewer, member.id(), before).orElseThrow(NotHere::new);
        return Pages.page("update/member", Map.of("member", member, "list", list, "isOwn", viewer.is(member.id())));
    }
}
