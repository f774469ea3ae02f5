package org.wellmet.profile;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.account.EmailAddress;
import org.wellmet.account.SignInAddress;
import org.wellmet.member.Handle;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.visibility.Standing;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;

/// The page of a member, and the vCard behind its link.
@Controller
@OpenTo(OpenTo.Who.ANYONE)
final class ProfilePages {
    private static final String ROBOTS = "X-Robots-Tag";
    private static final int SECOND = 2;
    private static final MediaType VCARD = MediaType.parseMediaType("text/vcard;charset=UTF-8");

    private final Profiles profiles;
    private final Members members;
    private final Pages pages;
    private final Parts parts;

    /// Other shapes of a profile, and what stands beside it.
    @Component
    record Parts(
            PersonJsonLd jsonLd,
            PersonVCard card,
            Asides asides,
            SignInAddress addresses,
            ObjectProvider<FurtherPage> further,
            ObjectProvider<WayIn> waysIn) {
        List<FurtherPage> furtherPages() {
            return further.stream()
                    .sorted(Comparator.comparingInt(FurtherPage::order))
                    .toList();
        }

        List<WayIn> waysTo(Viewer viewer, MemberId member) {
            return waysIn.orderedStream()
                    .filter(way -> way.isOpen().test(viewer, member))
                    .toList();
        }
    }

    ProfilePages(Profiles profiles, Members members, Pages pages, Parts parts) {
        this.profiles = profiles;
        this.members = members;
        this.pages = pages;
        this.parts = parts;
    }

    @GetMapping("/in/{handle}")
    ModelAndView show(
            @PathVariable String handle,
            @RequestParam(name = "as", defaultValue = "") String as,
            Viewer viewer,
            HttpServletResponse response) {
        Handle parsed = Handle.parse(handle).orElseThrow(NotHere::new);
        Optional<Profile> found = profiles.see(viewer, parsed);
        if (found.isEmpty()) {
            return onFromFormerHandle(viewer, parsed);
        }
        Profile whole = found.get();
        boolean isOwn = viewer.is(whole.member().id());
        Standing standing = isOwn ? standing(as) : viewer.isSignedIn() ? Standing.MEMBER : Standing.PUBLIC;
        Profile profile = isOwn ? whole.seenBy(standing) : whole;
        if (!(profile.isIndexed() && standing == Standing.PUBLIC)) {
            response.setHeader(ROBOTS, "noindex");
        }
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("profile", profile);
        model.put("standing", standing);
        model.put("isOwn", isOwn);
        model.put("hints", isOwn ? Hint.of(whole) : List.of());
        model.put("shared", isOwn || !viewer.isSignedIn() ? Set.of() : sharedSkills(viewer, profile));
        Aside aside = parts.asides().of(viewer, profile.member());
        model.put("aside", aside);
        model.put(
                "waysIn",
                aside.steps() == SECOND ? parts.waysTo(viewer, profile.member().id()) : List.of());
        model.put("further", parts.furtherPages());
        model.put("jsonLd", standing == Standing.PUBLIC ? parts.jsonLd().of(profile) : "");
        return Pages.page("profile/profile", model);
    }

    @GetMapping("/in/{handle}/card.vcf")
    ResponseEntity<String> card(@PathVariable String handle, Viewer viewer) {
        Profile profile = Handle.parse(handle)
                .flatMap(parsed -> profiles.see(viewer, parsed))
                .orElseThrow(NotHere::new);
        String file = profile.member().handle() + ".vcf";
        return ResponseEntity.ok()
                .contentType(VCARD)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .header(ROBOTS, "noindex")
                .body(email(viewer, profile)
                        .map(email -> parts.card().of(profile, email))
                        .orElseGet(() -> parts.card().of(profile)));
    }

    private Optional<String> email(Viewer viewer, Profile profile) {
        MemberId member = profile.member().id();
        return profiles.maySee(viewer, member, Section.EMAIL)
                ? parts.addresses().of(member).map(EmailAddress::value)
                : Optional.empty();
    }

    /// One's own page, for links that do not know the handle.
    @GetMapping("/profile")
    @OpenTo(OpenTo.Who.MEMBERS)
    ModelAndView own(Viewer viewer) {
        return pages.onTo(PublicAddress.path(members.find(viewer.id()).orElseThrow(NotHere::new)));
    }

    /// An address from before a change of handle goes on to where the member is now, for those who may see them.
    private ModelAndView onFromFormerHandle(Viewer viewer, Handle handle) {
        Profile profile = members.findByFormerHandle(handle)
                .flatMap(member -> profiles.see(viewer, member.id()))
                .orElseThrow(NotHere::new);
        return pages.onTo(PublicAddress.path(profile.member()));
    }

    private static Standing standing(String as) {
        return switch (as) {
            case "connection" -> Standing.CONNECTION;
            case "member" -> Standing.MEMBER;
            case "public" -> Standing.PUBLIC;
            default -> Standing.SELF;
        };
    }

    private Set<String> sharedSkills(Viewer viewer, Profile profile) {
        Set<String> mine = skills(profiles.own(viewer.id())).map(Term::sameness).collect(Collectors.toSet());
        return skills(profile)
                .filter(name -> mine.contains(name.sameness()))
                .map(Term::text)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Term> skills(Profile profile) {
        return Stream.of(Skill.Kind.values())
                .flatMap(kind -> profile.skills(kind).stream())
                .map(kept -> kept.item().name());
    }
}
