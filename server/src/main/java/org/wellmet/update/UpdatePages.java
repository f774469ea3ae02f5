package org.wellmet.update;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;
import org.wellmet.web.Text;

/// One update with its comments, and what members do to it.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
final class UpdatePages {
    private static final String TEMPLATE = "update/update";
    private static final String ID = "/updates/{id:[0-9]{1,18}}";
    // Where the buttons of an update stand; anything else in `back` leads to the update itself.
    private static final String BACK = "/|/in/[a-z0-9-]{1,40}/updates";

    private final Updates updates;
    private final Comments comments;
    private final Reactions reactions;
    private final Pages pages;
    private final Problems problems;
    private final InstantSource clock;

    UpdatePages(
            Updates updates,
            Comments comments,
            Reactions reactions,
            Pages pages,
            Problems problems,
            InstantSource clock) {
        this.updates = updates;
        this.comments = comments;
        this.reactions = reactions;
        this.pages = pages;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping(ID)
    @OpenTo(OpenTo.Who.ANYONE)
    ModelAndView show(Viewer viewer, @PathVariable long id, @RequestParam(defaultValue = "") String before) {
        return Pages.page(TEMPLATE, model(viewer, id, before, Form.empty()));
    }

    @PostMapping(ID + "/delete")
    ModelAndView delete(Viewer viewer, @PathVariable long id) {
        return switch (updates.delete(viewer.id(), updateId(id))) {
            case DeleteOutcome.Deleted _ -> pages.onTo("/", Text.of("Your update is deleted."));
            case DeleteOutcome.Absent _ -> throw new NotHere();
        };
    }

    @PostMapping(ID + "/comments")
    ModelAndView comment(Viewer viewer, @PathVariable long id, Form form, HttpServletRequest request) {
        FormReader reading = form.reading();
        String text = reading.required("text", Text.of("Comment"), Comments.MAX_TEXT);
        if (reading.isRefused()) {
            return Pages.again(TEMPLATE, reading.refused(), model(viewer, id, "", reading.refused()));
        }
        return switch (comments.add(viewer.id(), updateId(id), text)) {
            case AddCommentOutcome.Added(var comment) -> pages.onTo("/updates/" + id + "#c" + comment);
            case AddCommentOutcome.Absent _ -> throw new NotHere();
            case AddCommentOutcome.TooMany(var retryAt) -> tooMany(request, retryAt);
        };
    }

    @PostMapping(ID + "/comments/{comment:[0-9]{1,18}}/delete")
    ModelAndView deleteComment(Viewer viewer, @PathVariable long id, @PathVariable long comment) {
        return switch (comments.delete(viewer.id(), updateId(id), comment)) {
            case DeleteOutcome.Deleted _ -> pages.onTo("/updates/" + id, Text.of("The comment is deleted."));
            case DeleteOutcome.Absent _ -> throw new NotHere();
        };
    }

    @PostMapping(ID + "/useful")
    ModelAndView react(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam boolean useful,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        return switch (reactions.set(viewer.id(), updateId(id), useful)) {
            case ReactOutcome.Done _ -> reacted(viewer, id, back, request);
            case ReactOutcome.Absent _ -> throw new NotHere();
            case ReactOutcome.TooMany(var retryAt) -> tooMany(request, retryAt);
        };
    }

    private ModelAndView reacted(Viewer viewer, long id, String back, HttpServletRequest request) {
        if (request.getHeader("HX-Request") == null) {
            return pages.onTo((back.matches(BACK) ? back : "/updates/" + id) + "#u" + id);
        }
        ShownUpdate update = updates.find(viewer, updateId(id)).orElseThrow(NotHere::new);
        return Pages.page("update/acts", Map.of("update", update, "back", back.matches(BACK) ? back : ""));
    }

    private ModelAndView tooMany(HttpServletRequest request, Instant retryAt) {
        return problems.answer(request, Problem.tooMany(Duration.between(clock.instant(), retryAt)));
    }

    private Map<String, ?> model(Viewer viewer, long id, String before, Form form) {
        ShownUpdate update = updates.find(viewer, updateId(id)).orElseThrow(NotHere::new);
        CommentList list = comments.on(viewer, update, before).orElseThrow(NotHere::new);
        return Map.of("update", update, "comments", list, "form", form, "mayWrite", viewer.isSignedIn());
    }

    private static UpdateId updateId(long id) {
        if (id == 0) {
            throw new NotHere();
        }
        return new UpdateId(id);
    }
}
