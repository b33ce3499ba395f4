package net.niner.status.setting;

import java.util.regex.Pattern;

/**
 * The one colour that is the company's own, on light and on dark ground. Links and buttons are written in it, so it has to stand out from
 * the ground as WCAG 2.2 asks of text (success criterion 1.4.3).
 *
 * @param light on light ground, {@code #rrggbb}
 * @param dark on dark ground, {@code #rrggbb}
 */
public record Accent(String light, String dark) {

    /** What WCAG 2.2 asks of text at level AA. */
    public static final double LEAST_CONTRAST = 4.5;

    static final Accent STANDARD = new Accent("#1f5f8b", "#85bde3");

    /** The grounds of the style sheets: cards, paper, and what lies under the pointer; the last of the dark ones is a button's lettering. */
    private static final String[] LIGHT_GROUNDS = {"#ffffff", "#fbfaf8", "#f6f5f2", "#f1efea"};

    private static final String[] DARK_GROUNDS = {"#1b1e24", "#14161a", "#121418", "#15181d", "#10202c"};

    private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");
    private static final double LINEAR_BELOW = 0.04045;
    private static final double GLARE = 0.05;

    public static boolean isColour(String text) {
        return FORM.matcher(text).matches();
    }

    /** The least contrast that this colour has on any light ground of the site. */
    public static double onLight(String colour) {
        return least(colour, LIGHT_GROUNDS);
    }

    /** The least contrast that this colour has on any dark ground of the site. */
    public static double onDark(String colour) {
        return least(colour, DARK_GROUNDS);
    }

    private static double least(String colour, String... grounds) {
        double least = Double.MAX_VALUE;
        for (String ground : grounds) {
            double a = luminance(colour) + GLARE;
            double b = luminance(ground) + GLARE;
            least = Math.min(least, Math.max(a, b) / Math.min(a, b));
        }
        return least;
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double share = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return share <= LINEAR_BELOW ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
