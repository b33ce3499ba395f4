package net.niner.status.web.settings;

import net.niner.status.setting.Accent;

/**
 * A colour on its ground, to be looked at before it is chosen.
 *
 * @param ground of a card
 * @param lettering of a button
 * @param contrast the least it has on any ground of the site; 0 where it is no colour
 */
public record Swatch(String colour, String ground, String lettering, double contrast) {

    static Swatch light(String colour) {
        return new Swatch(colour, "#ffffff", "#ffffff", Accent.isColour(colour) ? Accent.onLight(colour) : 0);
    }

    static Swatch dark(String colour) {
        return new Swatch(colour, "#1b1e24", "#10202c", Accent.isColour(colour) ? Accent.onDark(colour) : 0);
    }

    public boolean drawn() {
        return contrast > 0;
    }

    /** Rounded down, so that 4.46 does not read as 4.5. */
    public double floored() {
        return Math.floor(contrast * 10) / 10;
    }

    public boolean enough() {
        return contrast >= Accent.LEAST_CONTRAST;
    }
}
