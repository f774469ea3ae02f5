package org.wellmet.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Makes pages of templates: a view's name is the template's path under `src/main/jte` without its ending, for instance
/// `account/sign-in`. A page is rendered whole before its first byte leaves, so that a template that fails becomes an
/// error page and not half of one. Thread-safe.
@Component
public final class Pages implements ViewResolver, Ordered {
    private static final String HTML = "text/html;charset=UTF-8";
    private static final int TYPICAL_BYTES = 16 * 1024;

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Frames frames;
    private final Flash flash;

    Pages(Frames frames, Flash flash) {
        this.frames = frames;
        this.flash = flash;
    }

    /// A page and what its template is handed beside the frame.
    public static ModelAndView page(String template, Map<String, ?> model) {
        return new ModelAndView(template, model);
    }

    /// A page that is handed nothing but the frame.
    public static ModelAndView page(String template) {
        return new ModelAndView(template);
    }

    /// The page of a form that was refused: once more, with all that was typed and what is wrong with it. Status 422.
    public static ModelAndView again(String template, Form form, Map<String, ?> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("form", form);
        return new ModelAndView(template, all, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// On to another page of ours (303), as after every change.
    public ModelAndView onTo(String address) {
        return new ModelAndView(redirect(address, null));
    }

    /// On to another page of ours, which will say that it is done.
    public ModelAndView onTo(String address, Text done) {
        return new ModelAndView(redirect(address, new Frame.Said(done, true)));
    }

    /// On to another page of ours, which will say what was not done.
    public ModelAndView onToWithRefusal(String address, Text why) {
        return new ModelAndView(redirect(address, new Frame.Said(why, false)));
    }

    @Override
    public View resolveViewName(String name, Locale locale) {
        if (name.startsWith("redirect:")) {
            return redirect(name.substring("redirect:".length()), null);
        }
        return new Page(name + ".jte");
    }

    /// Before the resolvers that Spring brings.
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    /// The page as bytes.
    Utf8ByteOutput rendered(String template, Map<String, @Nullable Object> model, Frame frame) {
        Map<String, @Nullable Object> all = new HashMap<>(model);
        all.put("frame", frame);
        Utf8ByteOutput output = new Utf8ByteOutput(TYPICAL_BYTES);
        engine.render(template, all, output);
        return output;
    }

    private View redirect(String address, Frame.@Nullable Said said) {
        if (!isOurs(address)) {
            throw new IllegalArgumentException("a redirect stays on this server, got " + address);
        }
        return (model, request, response) -> {
            if (said != null) {
                flash.leave(response, said);
            }
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", address);
        };
    }

    /// Whether an address leads to a page of this server, whatever a browser makes of it.
    public static boolean isOurs(String address) {
        boolean isPlain = address.chars().allMatch(c -> c > ' ' && c != '\\' && c < 0x7f);
        return isPlain && address.startsWith("/") && !address.startsWith("//");
    }

    /// Whether people see this page: not a part that htmx asked for, nor what wellmet.js asks before it loads the page.
    private static boolean isSeen(HttpServletRequest request) {
        return request.getHeader("HX-Request") == null && request.getHeader("X-Progress") == null;
    }

    /// One template, ready to be rendered.
    private final class Page implements View {
        private final String template;

        Page(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return HTML;
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Frame frame = frames.of(request);
            Map<String, @Nullable Object> all = new HashMap<>();
            if (model != null) {
                all.putAll(model);
            }
            Utf8ByteOutput output = rendered(template, all, frame);
            if (frame.said().isPresent() && isSeen(request)) {
                flash.forget(response);
            }
            if (!response.containsHeader("Cache-Control")) {
                response.setHeader("Cache-Control", "no-store");
            }
            response.setContentType(HTML);
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
