package net.niner.status.post;

import java.util.List;
import net.niner.status.platform.Markup;
import net.niner.status.post.InvalidPost.Fault;
import net.niner.status.post.InvalidPost.Problem;

/** In what a body is written. */
public enum PostFormat {
    /** CommonMark with tables. */
    MARKDOWN {
        @Override
        String html(String body) {
            return Markup.ofMarkdown(body);
        }

        @Override
        boolean grows(String body) {
            long lines = body.lines().count();
            long columns = body.lines()
                    .mapToLong(line -> line.chars().filter(sign -> sign == '|').count())
                    .max()
                    .orElse(0);
            return lines * columns > MOST_CELLS;
        }
    },
    /** For what came from elsewhere. */
    HTML {
        @Override
        String html(String body) {
            return Markup.ofHtml(body);
        }

        @Override
        boolean grows(String body) {
            return false;
        }
    };

    /** Short rows are filled up to as many cells as the head has: a few thousand characters can ask for all of the memory. */
    private static final long MOST_CELLS = 500_000;

    abstract String html(String body);

    /** Whether it may become so much that one had better not try. */
    abstract boolean grows(String body);

    /**
     * The body as HTML that is safe to show: see {@link Markup}.
     *
     * @throws InvalidPost if it becomes more than is kept
     */
    public String render(String body) {
        if (grows(body)) {
            throw tooMuch();
        }
        String html;
        try {
            html = html(body);
        } catch (IllegalArgumentException e) {
            // the sanitizer takes only so many elements
            throw tooMuch();
        }
        if (html.length() > Post.HTML_LENGTH) {
            throw tooMuch();
        }
        return html;
    }

    /**
     * For a look at what somebody types.
     *
     * @param otherwise what is said where it becomes more than is kept
     */
    public String preview(String body, String otherwise) {
        try {
            return render(body == null ? "" : body);
        } catch (InvalidPost tooMuch) {
            return "<p>" + otherwise + "</p>";
        }
    }

    private static InvalidPost tooMuch() {
        return new InvalidPost(List.of(new Problem("body", Fault.BODY_LONG, "")));
    }
}
