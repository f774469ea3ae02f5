package org.wellmet.markdown;

import java.net.IDN;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// The reshaping of a parsed text to what a member's text may be. Walks without recursion: the tree's depth is the
/// writer's choice. Stateless.
final class Shape {
    /// Deeper than anybody writes by hand, shallow enough for every renderer's stack.
    static final int MAX_DEPTH = 40;

    private static final Pattern MENTION = Pattern.compile(
            "(?<![\\p{L}\\p{N}_@./-])@([A-Za-z0-9](?:[A-Za-z0-9-]{0,38}[A-Za-z0-9])?)(?![\\p{L}\\p{N}_@-])");
    private static final Pattern MEMBER_PATH = Pattern.compile("/(?:[a-z]+/)?@?[a-z0-9][a-z0-9-]{0,63}");
    // Characters that reorder or hide their neighbours: a text that reads "moc.knab" must not show as "bank.com".
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]|[\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]");

    private Shape() {}

    static String withoutControls(String text) {
        return CONTROLS.matcher(text).replaceAll("");
    }

    /// The document itself, or, where it is nested too deeply, its bare text in one paragraph.
    static Node bounded(Node document) {
        int depth = 0;
        Node node = document;
        while (true) {
            Node child = node.getFirstChild();
            if (child != null) {
                node = child;
                if (++depth > MAX_DEPTH) {
                    return flat(document);
                }
                continue;
            }
            while (depth > 0 && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            if (depth == 0) {
                return document;
            }
            node = node.getNext();
        }
    }

    private static Node flat(Node document) {
        Document plain = new Document();
        Paragraph paragraph = new Paragraph();
        paragraph.appendChild(new Text(plainText(document)));
        plain.appendChild(paragraph);
        return plain;
    }

    static void apply(Node document, Mentions mentions) {
        for (Node node : all(document)) {
            switch (node) {
                case Heading heading -> asStrong(heading);
                case Image image -> replace(image, new Link(image.getDestination(), null));
                case HtmlBlock html -> {
                    Paragraph paragraph = new Paragraph();
                    paragraph.appendChild(new Text(html.getLiteral().strip()));
                    replace(html, paragraph);
                }
                case HtmlInline html -> replace(html, new Text(html.getLiteral()));
                default -> {}
            }
        }
        // A second pass, for the links that images have become.
        for (Node node : all(document)) {
            switch (node) {
                case Link link -> honest(link);
                case Text text when !isInsideLink(text) -> mention(text, mentions);
                default -> {}
            }
        }
    }

    /// Puts names where handles stand, and leaves all else as it is.
    static void name(Node document, Mentions mentions) {
        for (Node node : all(document)) {
            if (node instanceof Text text && !isInsideLink(text)) {
                mention(text, mentions);
            }
        }
    }

    static String plainText(Node document) {
        StringBuilder plain = new StringBuilder();
        for (Node node : all(document)) {
            switch (node) {
                case Text text -> plain.append(text.getLiteral());
                case Code code -> plain.append(code.getLiteral());
                case FencedCodeBlock code -> plain.append(' ').append(code.getLiteral());
                case IndentedCodeBlock code -> plain.append(' ').append(code.getLiteral());
                case HtmlInline html -> plain.append(html.getLiteral());
                case HtmlBlock html -> plain.append(' ').append(html.getLiteral());
                case SoftLineBreak _, HardLineBreak _, Paragraph _, Heading _ -> plain.append(' ');
                default -> {}
            }
        }
        return plain.toString();
    }

    /// Whether a link may lead there: an absolute web address with a host and nothing before it, or a mail address.
    static boolean isAllowedAddress(String address) {
        return hostOf(address) != null;
    }

    static boolean isMemberPath(String path) {
        return MEMBER_PATH.matcher(path).matches();
    }

    /// The nodes below a root and itself in the order of the text, gathered before anything is moved.
    private static List<Node> all(Node root) {
        List<Node> nodes = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Node node = open.pop();
            nodes.add(node);
            for (Node child = node.getLastChild(); child != null; child = child.getPrevious()) {
                open.push(child);
            }
        }
        return nodes;
    }

    // A member's heading must not stand in the outline of the page.
    private static void asStrong(Heading heading) {
        StrongEmphasis strong = new StrongEmphasis();
        moveChildren(heading, strong);
        Paragraph paragraph = new Paragraph();
        paragraph.appendChild(strong);
        heading.insertAfter(paragraph);
        heading.unlink();
    }

    private static void honest(Link link) {
        link.setTitle(null);
        String host = hostOf(link.getDestination());
        if (host == null) {
            unwrap(link);
        } else if (!names(plainText(link).strip(), host)) {
            link.insertAfter(new Text(" (" + host + ")"));
        }
    }

    /// Whether a link's text is the address of this host and of nothing else.
    private static boolean names(String text, String host) {
        String bare = text.replaceFirst("^(?i:https?://|mailto:)", "").toLowerCase(Locale.ROOT);
        return bare.equals(host)
                || (!bare.contains(" ") && (bare.startsWith(host + "/") || bare.startsWith(host + "?")));
    }

    /// The host a link leads to in ASCII letters, the whole address for mail; null where it may not lead.
    private static @Nullable String hostOf(String address) {
        if (address.regionMatches(true, 0, "mailto:", 0, 7)) {
            String mail = address.substring(7);
            return mail.matches("[^\\s@?&%<>\"]{1,64}@[^\\s@?&%<>\"]{1,190}") ? mail.toLowerCase(Locale.ROOT) : null;
        }
        try {
            URI uri = URI.create(address.replaceAll("[^\\x21-\\x7e]|[\\[\\]{}|\\\\^`\"<>]", "_"));
            boolean isWeb = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!isWeb || uri.getRawAuthority() == null || uri.getRawAuthority().contains("@")) {
                return null;
            }
            String authority = address.replaceFirst("^(?i:https?)://", "").split("[/?#]", 2)[0];
            return IDN.toASCII(authority).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static boolean isInsideLink(Node node) {
        for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof Link) {
                return true;
            }
        }
        return false;
    }

    private static void mention(Text text, Mentions mentions) {
        String literal = text.getLiteral();
        Matcher matcher = MENTION.matcher(literal);
        int end = 0;
        while (matcher.find()) {
            Optional<Mentions.Mentioned> mentioned =
                    mentions.find(matcher.group(1).toLowerCase(Locale.ROOT));
            if (mentioned.isPresent()) {
                text.insertBefore(new Text(literal.substring(end, matcher.start())));
                Link link = new Link(mentioned.get().path(), null);
                link.appendChild(new Text(withoutControls(mentioned.get().name())));
                text.insertBefore(link);
                end = matcher.end();
            }
        }
        text.setLiteral(literal.substring(end));
    }

    private static void replace(Node node, Node replacement) {
        moveChildren(node, replacement);
        node.insertAfter(replacement);
        node.unlink();
    }

    private static void unwrap(Node node) {
        while (node.getFirstChild() != null) {
            node.insertBefore(node.getFirstChild());
        }
        node.unlink();
    }

    private static void moveChildren(Node from, Node to) {
        while (from.getFirstChild() != null) {
            to.appendChild(from.getFirstChild());
        }
    }
}
