package net.niner.status.post;

import java.text.Normalizer;
import java.util.Locale;

/** The part of an address that is made of words: {@code nc036-disk-full}. */
public final class Slug {

    public static final int LENGTH = 80;

    private Slug() {}

    /** Letters without their accents, digits, and hyphens for all else; {@code untitled} where nothing is left. */
    public static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['\u2019]", "")
                .replaceAll("[^\\p{L}\\p{Nd}]+", "-");
        String slug = trim(plain.substring(0, Math.min(plain.length(), LENGTH)));
        return slug.isEmpty() ? "untitled" : slug;
    }

    private static String trim(String hyphens) {
        return hyphens.replaceAll("^-+|-+$", "");
    }
}
