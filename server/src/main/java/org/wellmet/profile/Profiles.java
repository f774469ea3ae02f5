package org.wellmet.profile;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.ChangeLog;
import org.wellmet.database.Transactions;
import org.wellmet.member.Handle;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Standing;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// The profiles: what members say of themselves, read by those who may, changed by their owners alone.
///
/// Thread-safe.
@Component
public final class Profiles {
    /// The change that tells that a profile says something else, or to somebody else.
    public static final String CHANGED = "profile.changed";

    private final ProfileStore store;
    private final Members members;
    private final Visibility visibility;
    private final Changes changes;
    private final LinkedMembers linked;
    private final TakeOvers takeOvers;

    /// What every change needs.
    @Component
    record Changes(Transactions transactions, ChangeLog changeLog, InstantSource clock) {}

    Profiles(JdbcClient sql, Members members, Visibility visibility, Changes changes) {
        this.store = new ProfileStore(sql);
        this.members = members;
        this.visibility = visibility;
        this.changes = changes;
        this.linked = new LinkedMembers(store, visibility);
        this.takeOvers = new TakeOvers(store, members);
    }

    // ---- reading

    /// The profile in an address as this viewer may see it; empty where the viewer may not know that there is one.
    public Optional<Profile> see(Viewer viewer, Handle handle) {
        return members.findByHandle(handle).flatMap(member -> see(viewer, member.id()));
    }

    /// The member's profile as this viewer may see it; empty where the viewer may not know that there is one.
    public Optional<Profile> see(Viewer viewer, MemberId member) {
        return Optional.ofNullable(see(viewer, List.of(member)).get(member));
    }

    /// The profiles of those whom the viewer may see, each as far as the viewer may see it. Ten statements for up to
    /// [Visibility#MOST_AT_ONCE] members.
    public Map<MemberId, Profile> see(Viewer viewer, Collection<MemberId> wanted) {
        Map<MemberId, Profile> seen = new HashMap<>();
        Map<MemberId, Standing> standings = new HashMap<>(visibility.standings(viewer, wanted));
        standings.values().removeIf(Standing.NONE::equals);
        whole(standings.keySet())
                .forEach((id, profile) -> seen.put(id, profile.seenBy(standings.getOrDefault(id, Standing.NONE))));
        return seen;
    }

    /// The member's own profile, whole.
    public Profile own(MemberId member) {
        Profile profile = whole(List.of(member)).get(member);
        if (profile == null) {
            throw new IllegalStateException("a signed-in member must be there, got none");
        }
        return profile;
    }

    /// The whole profiles of those members that exist, for projections and rules. Whoever shows anything of it asks
    /// [Profile#seenBy] first.
    public Map<MemberId, Profile> whole(Collection<MemberId> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<MemberId, ProfileStore.Said> said = store.said(wanted);
        Map<MemberId, List<Kept<?>>> items = store.items(wanted);
        Map<MemberId, Map<Section, Audience>> audiences = store.audiences(wanted);
        Map<MemberId, Profile> whole = new HashMap<>();
        for (Member member : members.all(wanted).values()) {
            ProfileStore.Said words = said.getOrDefault(member.id(), ProfileStore.Said.NOTHING);
            whole.put(
                    member.id(),
                    new Profile(
                            member,
                            words.words(),
                            items.getOrDefault(member.id(), List.of()),
                            audiences.getOrDefault(member.id(), Map.of()),
                            words.isIndexed()));
        }
        return whole;
    }

    /// Whether this viewer may see that section of the member's profile; the way to ask for the e-mail address.
    public boolean maySee(Viewer viewer, MemberId member, Section section) {
        return audience(member, section).admits(visibility.standing(viewer, member));
    }

    /// Who may see that section.
    public Audience audience(MemberId member, Section section) {
        return store.audiences(List.of(member))
                .getOrDefault(member, Map.of())
                .getOrDefault(section, section.usualAudience());
    }

    /// Which members show one of these very addresses among their links, to this viewer. An address that
    /// several show is left out: it proves nothing.
    public Map<WebAddress, MemberId> membersShowing(Viewer viewer, Collection<WebAddress> addresses) {
        Map<WebAddress, MemberId> showing = new HashMap<>();
        membersShowingUrls(viewer, addresses.stream().map(WebAddress::value).toList())
                .forEach((url, member) -> showing.put(new WebAddress(url), member));
        return showing;
    }

    /// As [#membersShowing], for those who ask about very many: reading each address costs more than looking it up.
    /// Three statements, whatever the number of addresses.
    public Map<String, MemberId> membersShowingUrls(Viewer viewer, Collection<String> urls) {
        return linked.showing(viewer, urls);
    }

    /// The organisations and schools that both members name where the other may see it, most time together first.
    public List<SharedPlace> sharedPlaces(MemberId a, MemberId b) {
        Optional<Profile> one = see(Viewer.of(b), a);
        Optional<Profile> other = see(Viewer.of(a), b);
        if (one.isEmpty() || other.isEmpty()) {
            return List.of();
        }
        return SharedPlaces.of(one.get(), other.get(), thisMonth());
    }

    MonthOrYear thisMonth() {
        LocalDate today = LocalDate.ofInstant(changes.clock().instant(), ZoneOffset.UTC);
        return new MonthOrYear(today.getYear(), today.getMonthValue());
    }

    // ---- changing; always one's own

    /// Says who one is.
    public void introduce(MemberId member, String name, String headline, String pronouns, Term area) {
        changes.transactions().run(() -> {
            members.describe(member, name, headline);
            changeWords(member, words -> words.withPerson(pronouns, area));
        });
    }

    /// Says something about oneself, in Markdown.
    public void describe(MemberId member, String about) {
        changes.transactions().run(() -> changeWords(member, words -> words.withAbout(about)));
    }

    /// Says what one looks for and what one offers.
    public void aim(MemberId member, String looksFor, String offers) {
        changes.transactions().run(() -> changeWords(member, words -> words.withGoals(looksFor, offers)));
    }

    /// Adds to a list; adding the same thing again changes nothing.
    public AddItemOutcome add(MemberId member, Item item) {
        return changes.transactions().call(() -> {
            store.lock(member);
            AddItemOutcome outcome = takeOvers.add(member, item);
            if (outcome instanceof AddItemOutcome.Added) {
                tell(member);
            }
            return outcome;
        });
    }

    /// Adds several items to one section, all that are new or none.
    public AddItemsOutcome addAll(MemberId member, Section section, List<Item> items) {
        return changes.transactions().call(() -> {
            store.lock(member);
            Set<List<String>> said = store.items(member, section).stream()
                    .map(kept -> kept.item().sameness())
                    .collect(Collectors.toCollection(HashSet::new));
            List<Item> fresh =
                    items.stream().filter(item -> said.add(item.sameness())).toList();
            for (Item item : fresh) {
                if (said.size() > item.mostPerMember()) {
                    return new AddItemsOutcome.Full(item.mostPerMember());
                }
            }
            fresh.forEach(item -> store.insert(member, item));
            if (!fresh.isEmpty()) {
                tell(member);
            }
            return new AddItemsOutcome.Added(fresh.size());
        });
    }

    /// Says an item differently.
    public ChangeItemOutcome change(MemberId member, long id, Item item) {
        return changes.transactions().call(() -> {
            store.lock(member);
            Optional<Kept<?>> same = Kept.sameAs(item, store.items(member, item.section()));
            if (same.isPresent() && same.get().id() != id) {
                return new ChangeItemOutcome.AlreadyThere(same.get().id());
            }
            if (!store.update(member, id, item)) {
                return new ChangeItemOutcome.NotThere();
            }
            tell(member);
            return new ChangeItemOutcome.Changed();
        });
    }

    /// Takes an item away. False where there is none.
    public boolean remove(MemberId member, Section section, long id) {
        return changes.transactions().call(() -> {
            boolean removed = store.delete(member, section, id);
            if (removed) {
                tell(member);
            }
            return removed;
        });
    }

    /// Says who may see a section.
    public void show(MemberId member, Section section, Audience audience) {
        changes.transactions().run(() -> {
            store.setAudience(member, section, audience);
            tell(member);
        });
    }

    /// Says whether people who are not signed in may see that one is here, and whether search engines may list it; the
    /// second needs the first.
    public void open(MemberId member, boolean isPublic, boolean isIndexed) {
        changes.transactions().run(() -> {
            store.lock(member);
            if (isPublic) {
                members.open(member);
            } else {
                members.close(member);
            }
            store.setIndexed(member, isPublic && isIndexed);
            tell(member);
        });
    }

    /// Shows another picture.
    public void showPicture(MemberId member, long pictureId) {
        changes.transactions().run(() -> {
            members.showPicture(member, pictureId);
            tell(member);
        });
    }

    /// Shows no picture.
    public void takePictureDown(MemberId member) {
        changes.transactions().run(() -> {
            members.takePictureDown(member);
            tell(member);
        });
    }

    /// Takes over what a member brings from elsewhere: items that are not there yet, words where nothing is said. Doing
    /// it twice adds nothing.
    public TakenOver takeOver(MemberId member, Brought brought) {
        return changes.transactions().call(() -> {
            store.lock(member);
            TakenOver taken = takeOvers.takeOver(member, brought);
            if (taken.addedCount() + taken.wordsFilled() > 0) {
                tell(member);
            }
            return taken;
        });
    }

    private void changeWords(MemberId member, UnaryOperator<Words> change) {
        store.lock(member);
        store.setWords(member, change.apply(store.words(member)));
        tell(member);
    }

    private void tell(MemberId member) {
        changes.changeLog().append(CHANGED, member.value());
    }
}
