package net.niner.status.launcher;

import picocli.CommandLine.IVersionProvider;

/** The version of the shipped jar, from its manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            Text.of("version.text", current(), Runtime.version().feature())
        };
    }

    static String current() {
        return Version.class.getPackage().getImplementationVersion();
    }
}
