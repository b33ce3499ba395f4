package net.niner.status.post;

import net.niner.status.platform.Markup;

/** In what a body is written. */
public enum PostFormat {
    /** CommonMark with tables. */
    MARKDOWN {
        @Override
        public String render(String body) {
            return Markup.ofMarkdown(body);
        }
    },
    /** For what came from elsewhere. */
    HTML {
        @Override
        public String render(String body) {
            return Markup.ofHtml(body);
        }
    };

    /** The body as HTML that is safe to show: see {@link Markup}. */
    public abstract String render(String body);
}
