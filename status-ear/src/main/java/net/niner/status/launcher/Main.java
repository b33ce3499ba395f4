package net.niner.status.launcher;

import java.lang.reflect.InvocationTargetException;

/**
 * The entry point, in the byte code of Java 8: it must load on a Java that cannot run the rest, to say so in a sentence
 * instead of an {@code UnsupportedClassVersionError}.
 */
public final class Main {
    private static final int OLDEST_JAVA = 17;

    private Main() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        String complaint = complaint(System.getProperty("java.specification.version"));
        if (complaint != null) {
            System.err.println(complaint);
            System.exit(1);
        }
        try {
            Class.forName("net.niner.status.launcher.Launcher")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** @return null if this Java will do; up to Java 8 the version is written {@code 1.8}, and from 9 on {@code 9} */
    static String complaint(String version) {
        String feature = version.startsWith("1.") ? version.substring(2) : version;
        if (Integer.parseInt(feature) >= OLDEST_JAVA) {
            return null;
        }
        return "The status site needs Java " + OLDEST_JAVA + " or newer, and this is Java " + version + ".";
    }
}
