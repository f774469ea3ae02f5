package org.wellmet.connection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Frame;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Problem;

/// What somebody finds who would invite a member, as JSON: what stands against it, which doors are open instead, and
/// what the two share.
@RestController
@OpenTo(OpenTo.Who.MEMBERS)
final class ApproachApi {
    private final Invitations invitations;
    private final Acquaintances acquaintances;

    ApproachApi(Invitations invitations, Acquaintances acquaintances) {
        this.invitations = invitations;
        this.acquaintances = acquaintances;
    }

    /// `obstacle` is missing where an invitation can be sent; `doors` are those that are open instead. `isAwaited` says
    /// that the member invited the viewer, and that inviting them connects the two.
    record ApproachWire(
            PersonWire member,
            @Nullable ObstacleWire obstacle,
            List<DoorWire> doors,
            List<GroundWire> grounds,
            @Nullable BetweenWire between,
            boolean isAwaited) {}

    /// The `type` and the words that an invitation would be refused with.
    record ObstacleWire(String type, String detail) {}

    /// INTRODUCTION by one of `through`, of whom there are `count`; or COMMON_GROUND, for which the member names
    /// `openings`.
    record DoorWire(String kind, List<PersonWire> through, int count, List<ClaimWire> openings) {}

    /// What is claimed, as `kind` and `subject` of an invitation.
    record ClaimWire(String kind, String subject) {
        static ClaimWire of(Claim claim) {
            return new ClaimWire(claim.kind().name(), claim.subject());
        }
    }

    /// What the two share by what the server knows; an invitation on one that `isFree` uses up none of the allowance.
    record GroundWire(ClaimWire claim, String detail, boolean isApart, boolean isFree) {}

    @GetMapping("/api/members/{handle}/invitation")
    ResponseEntity<ApproachWire> approach(Viewer viewer, @PathVariable String handle, Frame frame) {
        Acquaintance other = acquaintances.named(viewer, handle).orElseThrow(NotHere::new);
        MemberId id = other.member().id();
        SharedGround shared = invitations.shared(viewer.id(), id);
        Optional<SendInvitationOutcome> obstacle = invitations.obstacle(viewer.id(), id, shared);
        Optional<Problem> problem =
                obstacle.flatMap(refused -> Refusals.of(refused, other.member().name()));
        if (problem.filter(found -> found.status() == HttpStatus.NOT_FOUND).isPresent()) {
            throw new NotHere();
        }
        List<Door.Way> ways =
                obstacle.orElse(null) instanceof SendInvitationOutcome.BelowTheGate(var open) ? open : List.of();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ApproachWire(
                        PersonWire.of(other),
                        problem.map(found -> new ObstacleWire(
                                        "urn:wellmet:problem:" + found.type(), frame.say(found.detail())))
                                .orElse(null),
                        ways.stream().map(way -> door(viewer, way)).toList(),
                        grounds(shared, frame),
                        BetweenWire.of(
                                acquaintances.mutuals(viewer, List.of(id)).getOrDefault(id, NamedMutuals.NONE)),
                        invitations.waitingForInviter(id, viewer.id()).isPresent()));
    }

    private DoorWire door(Viewer viewer, Door.Way way) {
        return switch (way) {
            case Door.Way.Introduction(var through, int count) ->
                new DoorWire(
                        "INTRODUCTION",
                        acquaintances.inOrder(viewer, through).stream()
                                .map(PersonWire::of)
                                .toList(),
                        count,
                        List.of());
            case Door.Way.CommonGround(var openings) ->
                new DoorWire(
                        "COMMON_GROUND",
                        List.of(),
                        0,
                        openings.stream().map(ClaimWire::of).toList());
        };
    }

    private static List<GroundWire> grounds(SharedGround shared, Frame frame) {
        List<CommonGround> free = shared.ofAcquaintances();
        return shared.all().stream()
                .map(ground -> new GroundWire(
                        ClaimWire.of(ground.claim()),
                        frame.say(ground.detail()),
                        ground.isApart(),
                        free.contains(ground)))
                .toList();
    }
}
