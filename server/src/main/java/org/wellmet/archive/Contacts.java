package org.wellmet.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.account.Mailboxes;
import org.wellmet.connection.Acquaintance;
import org.wellmet.connection.Acquaintances;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profiles;
import org.wellmet.profile.Section;
import org.wellmet.visibility.Standing;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;
import org.wellmet.vocabulary.Folding;

/// The contacts in a member's archive, which that member alone sees. Nobody is told that they are in it.
///
/// Thread-safe.
@Component
public final class Contacts {
    /// How many stand on a page.
    public static final int PAGE_LENGTH = 50;

    private static final int COMPANY_LIMIT = 12;
    private static final int MAX_SEARCH = 100;
    private static final int MAX_YEARS = 40;
    private static final int ADDRESSES_AT_ONCE = 10_000;

    private final ContactStore store;
    private final People people;

    /// Those who know who is here and who may know it.
    @Component("archivePeople")
    record People(Profiles profiles, Mailboxes mailboxes, Visibility visibility, Acquaintances acquaintances) {}

    Contacts(JdbcClient sql, People people) {
        this.store = new ContactStore(sql);
        this.people = people;
    }

    /// How many, of which so many closed accounts, and from when to when.
    public record Summary(
            Instant broughtAt, int count, int closedCount, Optional<LocalDate> earliest, Optional<LocalDate> latest) {}

    /// So many contacts have this in common.
    public record Counted(String name, int count) {}

    /// Some contacts and, if there are more, the number after which they follow.
    public record Page(List<Contact> contacts, Optional<Integer> next) {
        public Page {
            contacts = List.copyOf(contacts);
        }
    }

    /// A contact who is a member here, as far as this viewer may know.
    public record Here(Contact contact, Acquaintance acquaintance) {}

    /// What the archive holds; empty where there is none.
    public Optional<Summary> summary(Viewer viewer) {
        return store.summary(viewer.id());
    }

    /// Contacts by the year of connection, every year between the first and the last.
    public List<Counted> byYear(Viewer viewer) {
        Map<Integer, Integer> counts = new HashMap<>();
        store.byYear(viewer.id()).forEach(year -> counts.put(Integer.parseInt(year.name()), year.count()));
        List<Counted> years = new ArrayList<>();
        if (!counts.isEmpty()) {
            int first = counts.keySet().stream().min(Comparator.naturalOrder()).orElseThrow();
            int last = counts.keySet().stream().max(Comparator.naturalOrder()).orElseThrow();
            for (int year = Math.max(first, last - MAX_YEARS); year <= last; year++) {
                years.add(new Counted(Integer.toString(year), counts.getOrDefault(year, 0)));
            }
        }
        return years;
    }

    /// The companies that most contacts name.
    public List<Counted> byCompany(Viewer viewer) {
        return store.byCompany(viewer.id(), COMPANY_LIMIT);
    }

    /// How many companies contacts name.
    public int companyCount(Viewer viewer) {
        return store.companyCount(viewer.id());
    }

    /// Contacts after that number whose name, company or position holds these words.
    public Page page(Viewer viewer, String words, int after) {
        String folded = Folding.fold(words.substring(0, Math.min(words.length(), MAX_SEARCH)));
        List<ContactStore.Listed> found = store.page(viewer.id(), folded, after, PAGE_LENGTH + 1);
        List<ContactStore.Listed> shown = found.subList(0, Math.min(found.size(), PAGE_LENGTH));
        Optional<Integer> next =
                found.size() > PAGE_LENGTH ? Optional.of(shown.getLast().number()) : Optional.empty();
        return new Page(shown.stream().map(ContactStore.Listed::contact).toList(), next);
    }

    /// Who of the contacts is a member here: by an exact profile address that the other shows to this viewer.
    /// Never by name. Asks about everything anew, so that a block or a changed audience acts on the next
    /// look.
    public List<Here> here(Viewer viewer) {
        Map<MemberId, Contact> found = new LinkedHashMap<>();
        List<ContactStore.Listed> listed = store.recognisable(viewer.id());
        byAddress(viewer, listed).forEach(found::putIfAbsent);
        byEmail(viewer, listed).forEach(found::putIfAbsent);
        viewer.member().ifPresent(found::remove);
        Map<MemberId, Acquaintance> seen = acquaintances(viewer, List.copyOf(found.keySet()));
        List<Here> here = new ArrayList<>();
        found.forEach((id, contact) -> {
            Acquaintance acquaintance = seen.get(id);
            if (acquaintance != null) {
                here.add(new Here(contact, acquaintance));
            }
        });
        return here;
    }

    private Map<MemberId, Contact> byAddress(Viewer viewer, List<ContactStore.Listed> listed) {
        Map<String, Contact> spellings = new LinkedHashMap<>();
        for (ContactStore.Listed each : listed) {
            each.contact()
                    .address()
                    .ifPresent(address ->
                            address.spellings().forEach(spelling -> spellings.putIfAbsent(spelling, each.contact())));
        }
        Map<Contact, Set<MemberId>> showing = new LinkedHashMap<>();
        for (List<String> some : pieces(List.copyOf(spellings.keySet()), ADDRESSES_AT_ONCE)) {
            people.profiles().membersShowingUrls(viewer, some).forEach((url, member) -> {
                Contact contact = spellings.get(url);
                if (contact != null) {
                    showing.computeIfAbsent(contact, _ -> new HashSet<>()).add(member);
                }
            });
        }
        // Two who show one address, spelled differently: it proves nothing of either.
        Map<MemberId, Contact> found = new LinkedHashMap<>();
        showing.forEach((contact, members) -> {
            if (members.size() == 1) {
                found.put(members.iterator().next(), contact);
            }
        });
        return found;
    }

    private Map<MemberId, Contact> byEmail(Viewer viewer, List<ContactStore.Listed> listed) {
        Map<String, Contact> emails = new LinkedHashMap<>();
        listed.forEach(each -> each.contact().email().ifPresent(email -> emails.putIfAbsent(email, each.contact())));
        Map<MemberId, Contact> owners = new LinkedHashMap<>();
        people.mailboxes().owners(emails.keySet()).forEach((email, member) -> {
            Contact contact = emails.get(email);
            if (contact != null) {
                owners.putIfAbsent(member, contact);
            }
        });
        owners.keySet().retainAll(showingEmail(viewer, List.copyOf(owners.keySet())));
        return owners;
    }

    private Set<MemberId> showingEmail(Viewer viewer, List<MemberId> ids) {
        Set<MemberId> showing = new HashSet<>();
        for (List<MemberId> some : pieces(ids, Visibility.MOST_AT_ONCE)) {
            Map<MemberId, Standing> standings = people.visibility().standings(viewer, some);
            people.profiles().whole(some).forEach((id, profile) -> {
                if (profile.audience(Section.EMAIL).admits(standings.getOrDefault(id, Standing.NONE))) {
                    showing.add(id);
                }
            });
        }
        return showing;
    }

    private static <T> List<List<T>> pieces(List<T> all, int length) {
        List<List<T>> pieces = new ArrayList<>();
        for (int from = 0; from < all.size(); from += length) {
            pieces.add(all.subList(from, Math.min(all.size(), from + length)));
        }
        return pieces;
    }

    private Map<MemberId, Acquaintance> acquaintances(Viewer viewer, List<MemberId> ids) {
        Map<MemberId, Acquaintance> seen = new HashMap<>();
        pieces(ids, Visibility.MOST_AT_ONCE)
                .forEach(some -> seen.putAll(people.acquaintances().of(viewer, some)));
        return seen;
    }
}
