package net.niner.status.launcher.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import net.niner.status.launcher.DataDirectory;
import net.niner.status.launcher.Refusal;
import net.niner.status.launcher.Settings;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which site is meant, and what lets us in: by default the one that this data directory belongs to. */
final class SiteOptions {
    @Option(names = "--url", paramLabel = "URL", descriptionKey = "option.url", scope = ScopeType.INHERIT)
    private String url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            descriptionKey = "option.token-file",
            scope = ScopeType.INHERIT)
    private Path tokenFile;

    SiteApi api(Settings settings) {
        Path file = tokenFile == null ? DataDirectory.token(settings.data()) : tokenFile;
        return new SiteApi(site(settings), token(file));
    }

    private URI site(Settings settings) {
        if (url == null) {
            return settings.selfUrl();
        }
        if (!url.matches("https?://[^/?#]+.*")) {
            throw new Refusal("refused.url", url);
        }
        return URI.create(url);
    }

    private static String token(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Refusal("refused.token", file);
        }
    }
}
