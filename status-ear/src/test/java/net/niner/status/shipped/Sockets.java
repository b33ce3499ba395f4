package net.niner.status.shipped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a process of this machine listens on, from Linux's {@code /proc}. */
final class Sockets {
    private static final String LISTENING = "0A";

    private Sockets() {}

    /** @return address and port in hexadecimal, as {@code /proc/net/tcp} writes them */
    static List<String> listening(ProcessHandle process) throws IOException {
        Path home = Path.of("/proc", String.valueOf(process.pid()));
        Set<String> own = inodes(home.resolve("fd"));
        List<String> addresses = new ArrayList<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            for (String line : Files.readAllLines(home.resolve(table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns[3].equals(LISTENING) && own.contains(columns[9])) {
                    addresses.add(columns[1]);
                }
            }
        }
        return addresses;
    }

    private static Set<String> inodes(Path descriptors) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> links = Files.list(descriptors)) {
            for (Path link : links.toList()) {
                if (Files.isSymbolicLink(link)) {
                    inodes.add(Files.readSymbolicLink(link).toString().replaceAll("\\D", ""));
                }
            }
        }
        return inodes;
    }
}
