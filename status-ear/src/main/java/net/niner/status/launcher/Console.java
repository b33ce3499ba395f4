package net.niner.status.launcher;

import java.io.PrintStream;

/**
 * The two streams as they were before the server booted: it redirects {@code System.out} and {@code System.err} to its log.
 */
public final class Console {
    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;

    private Console() {}

    /** Takes hold of the streams; to be called before anybody replaces them. */
    static void keep() {
        OUT.flush();
        ERR.flush();
    }

    public static void say(String key, Object... arguments) {
        print(Text.of(key, arguments));
    }

    public static void print(String line) {
        OUT.println(line);
        OUT.flush();
    }

    /** Rewrites the last line of a terminal. */
    public static void overwrite(String line) {
        OUT.print("\r" + line + "\u001B[K");
        OUT.flush();
    }

    public static void complain(String sentence) {
        ERR.println(sentence);
        ERR.flush();
    }

    /** Whether a person is watching: progress is drawn for them only. From Java 22 on there is a console even where there is none. */
    public static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
