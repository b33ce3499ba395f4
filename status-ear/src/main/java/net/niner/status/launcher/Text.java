package net.niner.status.launcher;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Everything that the launcher says, from {@code messages.properties}. A console tool: English only. */
public final class Text {
    static final String BUNDLE = "net.niner.status.launcher.messages";

    private static final ResourceBundle MESSAGES = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);

    private Text() {}

    public static String of(String key, Object... arguments) {
        return new MessageFormat(MESSAGES.getString(key), Locale.ROOT).format(arguments);
    }
}
