package net.niner.status.web.board;

import java.nio.charset.StandardCharsets;
import net.niner.status.web.platform.Content;

/**
 * A small picture for other people's pages: whose it is, and how it stands. Both are read out by a screen reader, and told by the word, not by the
 * colour alone.
 *
 * @param tone background of the word, dark enough for white letters
 */
record Badge(String label, String word, String tone) {

    static final String GOOD = "#1a7a48";
    static final String NOTED = "#8f5c00";
    static final String BAD = "#b3261e";
    static final String PLAIN = "#585f6c";

    private static final int HEIGHT = 20;
    private static final int MARGIN = 6;

    /** Of a letter at 11 px, on average; the letters are then fitted to the width. */
    private static final double LETTER = 6.6;

    Content content() {
        int left = width(label);
        int right = width(word);
        String title = escape(label + ": " + word);
        String svg = """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" role="img" aria-label="%3$s"><title>%3$s</title>\
                <clipPath id="c"><rect width="%1$d" height="%2$d" rx="4"/></clipPath>\
                <g clip-path="url(#c)"><rect width="%4$d" height="%2$d" fill="#32363f"/><rect x="%4$d" width="%5$d" height="%2$d" fill="%6$s"/></g>\
                <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" aria-hidden="true">\
                <text x="%7$d" y="14" textLength="%8$d" lengthAdjust="spacingAndGlyphs">%9$s</text>\
                <text x="%10$d" y="14" textLength="%11$d" lengthAdjust="spacingAndGlyphs">%12$s</text></g></svg>
                """.formatted(
                        left + right,
                        HEIGHT,
                        title,
                        left,
                        right,
                        tone,
                        MARGIN,
                        left - 2 * MARGIN,
                        escape(label),
                        left + MARGIN,
                        right - 2 * MARGIN,
                        escape(word));
        return new Content("image/svg+xml;charset=UTF-8", svg.getBytes(StandardCharsets.UTF_8));
    }

    private static int width(String text) {
        return (int) Math.round(text.length() * LETTER) + 2 * MARGIN;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
