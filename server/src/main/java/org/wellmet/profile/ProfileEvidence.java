package org.wellmet.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Claim;
import org.wellmet.connection.ClaimKind;
import org.wellmet.connection.CommonGround;
import org.wellmet.connection.Evidence;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Text;

/// What two members share by their profiles: organisations, schools, skills, topics, each where both let the other see
/// it. Thread-safe.
@Component
final class ProfileEvidence implements Evidence {
    private final Profiles profiles;

    ProfileEvidence(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public List<CommonGround> commonGround(MemberId inviter, MemberId invitee) {
        Optional<Profile> one = profiles.see(Viewer.of(invitee), inviter);
        Optional<Profile> other = profiles.see(Viewer.of(inviter), invitee);
        if (one.isEmpty() || other.isEmpty()) {
            return List.of();
        }
        List<CommonGround> common = new ArrayList<>();
        List<CommonGround> apart = new ArrayList<>(); // the same place says less to those who were not there together
        for (SharedPlace place : SharedPlaces.of(one.get(), other.get(), profiles.thisMonth())) {
            (place.monthsTogether() > 0 ? common : apart).add(ground(place));
        }
        for (Skill.Kind kind : Skill.Kind.values()) {
            shared(one.get(), other.get(), kind)
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
