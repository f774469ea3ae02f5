package org.wellmet.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Claim;
import org.wellmet.connection.ClaimKind;
import org.wellmet.connection.CommonGround;
import org.wellmet.connection.Evidence;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Standing;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;
import org.wellmet.web.Text;

/// What two members share by their profiles: organisations, schools, skills, topics, each where both let the other see
/// it. Thread-safe.
@Component
final class ProfileEvidence implements Evidence {
    /// So many whole profiles are held at once.
    private static final int PIECE = 200;

    private final Profiles profiles;
    private final Visibility visibility;

    ProfileEvidence(Profiles profiles, Visibility visibility) {
        this.profiles = profiles;
        this.visibility = visibility;
    }

    @Override
    public List<CommonGround> commonGround(MemberId inviter, MemberId invitee) {
        return commonGrounds(inviter, List.of(invitee)).getOrDefault(invitee, List.of());
    }

    /// Ten statements for each 200 of the others.
    @Override
    public Map<MemberId, List<CommonGround>> commonGrounds(MemberId inviter, Collection<MemberId> others) {
        List<MemberId> asked = List.copyOf(others);
        Map<MemberId, List<CommonGround>> all = new HashMap<>();
        for (int at = 0; at < asked.size(); at += PIECE) {
            all.putAll(piece(inviter, asked.subList(at, Math.min(at + PIECE, asked.size()))));
        }
        return all;
    }

    /// Two members who take part stand to each other alike, so that one statement tells what each may see.
    private Map<MemberId, List<CommonGround>> piece(MemberId inviter, List<MemberId> others) {
        Set<MemberId> all = new HashSet<>(others);
        all.add(inviter);
        Map<MemberId, Standing> standings = new HashMap<>(visibility.standings(Viewer.of(inviter), all));
        standings.values().removeIf(Standing.NONE::equals);
        Map<MemberId, Profile> whole = profiles.whole(standings.keySet());
        Profile own = whole.get(inviter);
        Map<MemberId, List<CommonGround>> grounds = new HashMap<>();
        if (own != null) {
            for (MemberId other : others) {
                Profile theirs = whole.get(other);
                Standing standing = standings.getOrDefault(other, Standing.NONE);
                List<CommonGround> common =
                        theirs == null ? List.of() : common(own.seenBy(standing), theirs.seenBy(standing));
                if (!common.isEmpty()) {
                    grounds.put(other, common);
                }
            }
        }
        return grounds;
    }

    private List<CommonGround> common(Profile one, Profile other) {
        List<CommonGround> common = new ArrayList<>();
        List<CommonGround> apart = new ArrayList<>(); // the same place says less to those who were not there together
        for (SharedPlace place : SharedPlaces.of(one, other, profiles.thisMonth())) {
            (place.monthsTogether() > 0 ? common : apart).add(ground(place));
        }
        for (Skill.Kind kind : Skill.Kind.values()) {
            shared(one, other, kind)
                    .forEach(name -> common.add(new CommonGround(
                            new Claim(kind == Skill.Kind.SKILL ? ClaimKind.SKILL : ClaimKind.TOPIC, name),
                            Text.of("Both profiles name it"))));
        }
        common.addAll(apart);
        return common.stream().limit(MOST).toList();
    }

    /// Topics that the member shows to the viewer: to take one up is a way to common ground.
    @Override
    public List<Claim> openings(MemberId viewer, MemberId member) {
        return profiles.see(Viewer.of(viewer), member).stream()
                .flatMap(profile -> profile.skills(Skill.Kind.TOPIC).stream())
                .map(kept -> new Claim(ClaimKind.TOPIC, kept.item().name().text()))
                .limit(MOST)
                .toList();
    }

    private static CommonGround ground(SharedPlace place) {
        boolean isTogether = place.monthsTogether() > 0;
        return switch (place.kind()) {
            case ORGANISATION ->
                new CommonGround(
                        new Claim(ClaimKind.WORKED, place.name()),
                        isTogether ? together(place) : workedApart(place),
                        !isTogether);
            case SCHOOL ->
                new CommonGround(
                        new Claim(ClaimKind.STUDIED, place.name()),
                        isTogether ? together(place) : studiedApart(place),
                        !isTogether);
        };
    }

    private static Text together(SharedPlace place) {
        return place.monthsTogether() == 1
                ? Text.of("{0} month together, by both profiles", 1)
                : Text.of("{0} months together, by both profiles", place.monthsTogether());
    }

    private static Text workedApart(SharedPlace place) {
        return place.isDated()
                ? Text.of("You both worked there, at different times")
                : Text.of("You both worked there; not both profiles say when");
    }

    private static Text studiedApart(SharedPlace place) {
        return place.isDated()
                ? Text.of("You both studied there, at different times")
                : Text.of("You both studied there; not both profiles say when");
    }

    private static List<String> shared(Profile one, Profile other, Skill.Kind kind) {
        Map<String, String> names = new HashMap<>();
        one.skills(kind)
                .forEach(kept -> names.put(
                        kept.item().name().sameness(), kept.item().name().text()));
        return other.skills(kind).stream()
                .map(kept -> names.get(kept.item().name().sameness()))
                .flatMap(name -> Optional.ofNullable(name).stream())
                .toList();
    }
}
