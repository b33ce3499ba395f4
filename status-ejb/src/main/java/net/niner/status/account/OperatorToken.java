package net.niner.status.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import net.niner.status.platform.PrivateFile;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The bearer token of the operators: made at first start, kept in the data directory in {@link #FILE}. */
@ApplicationScoped
public class OperatorToken {

    public static final String FILE = "operator.token";

    @Inject
    @ConfigProperty(name = "status.data")
    private Path data;

    private byte[] token;

    @PostConstruct
    void read() {
        try {
            token = PrivateFile.readOrCreate(data.resolve(FILE), PrivateFile::randomWord)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the operator's token cannot be read or made", e);
        }
    }

    /** Takes the same time whether it is nearly right or all wrong. */
    public boolean matches(String presented) {
        return MessageDigest.isEqual(token, presented.getBytes(StandardCharsets.UTF_8));
    }
}
