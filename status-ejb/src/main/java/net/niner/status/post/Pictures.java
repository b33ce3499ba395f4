package net.niner.status.post;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.platform.Rows;
import net.niner.status.post.InvalidPicture.Fault;
import net.niner.status.post.Picture.Type;
import net.niner.status.post.PictureFile.Encoded;

/** The pictures in posts: kept in the database, so that one backup holds them and every node serves them. */
@Stateless
public class Pictures {

    /** Of a file that is sent, in bytes. */
    public static final int MOST_BYTES = PictureFile.MOST_BYTES;

    /** What a column of either database holds for certain. */
    private static final int PART = 512 * 1024;

    private static final String COLUMNS =
            "select id, sha256, type, width, height, name, uploaded_at, uploaded_by from picture";

    /** A picture that is unpacked takes up to 160 MB, whatever its depth: one at a time. */
    private static final Semaphore UNPACKING = new Semaphore(1);

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    private record Part(int number, byte[] content) {}

    /**
     * Takes in what is in the file, once: the same picture sent again is the one that is there.
     *
     * @param file PNG, JPEG or GIF
     * @param name as it was called where it came from
     * @throws InvalidPicture if it is none that the site takes
     */
    @Allowed(Permission.POSTS)
    public Picture add(byte[] file, String name) {
        Encoded picture = unpack(file);
        String sha256 = sha256(picture.content());
        Optional<Picture> known = bySha256(sha256);
        if (known.isPresent()) {
            return known.get();
        }
        String called = called(name);
        Rows.update(
                dataSource,
                "insert into picture (sha256, type, width, height, name, uploaded_at, uploaded_by) values (?, ?, ?, ?, ?, ?, ?)",
                sha256,
                picture.type().name(),
                picture.width(),
                picture.height(),
                called,
                Rows.time(clock.instant()),
                Caller.required().name());
        Picture added = bySha256(sha256).orElseThrow();
        Rows.batch(
                dataSource,
                "insert into picture_part (picture_id, number, content) values (?, ?, ?)",
                parts(picture.content()),
                (statement, part) -> Rows.bind(statement, added.id(), part.number(), part.content()));
        audit.record(
                "picture.add",
                called,
                Map.of(),
                Map.of(
                        "type",
                        picture.type().name(),
                        "size",
                        picture.width() + " \u00d7 " + picture.height(),
                        "sha256",
                        sha256));
        return added;
    }

    /** Latest first. */
    @Allowed(Permission.READ)
    public List<Picture> latest(int most) {
        return Rows.query(
                dataSource,
                COLUMNS + " order by uploaded_at desc, id desc fetch first ? rows only",
                Pictures::picture,
                most);
    }

    /** For whoever has the address. */
    public Optional<Picture> find(long id) {
        return Rows.query(dataSource, COLUMNS + " where id = ?", Pictures::picture, id).stream()
                .findFirst();
    }

    /** The whole picture. */
    public byte[] content(long id) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Rows.query(
                        dataSource,
                        "select content from picture_part where picture_id = ? order by number",
                        row -> row.getBytes(1),
                        id)
                .forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    private static Encoded unpack(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new InvalidPicture(Fault.FILE_TOO_LARGE);
        }
        UNPACKING.acquireUninterruptibly();
        try {
            return PictureFile.read(file);
        } finally {
            UNPACKING.release();
        }
    }

    private Optional<Picture> bySha256(String sha256) {
        return Rows.query(dataSource, COLUMNS + " where sha256 = ?", Pictures::picture, sha256).stream()
                .findFirst();
    }

    private static List<Part> parts(byte[] content) {
        List<Part> parts = new ArrayList<>();
        for (int at = 0; at < content.length; at += PART) {
            parts.add(new Part(parts.size(), Arrays.copyOfRange(content, at, Math.min(content.length, at + PART))));
        }
        return parts;
    }

    private static String called(String name) {
        String file = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = file.replaceAll("\\p{Cntrl}", "").strip();
        return plain.substring(0, Math.min(plain.length(), Picture.NAME_LENGTH));
    }

    private static Picture picture(ResultSet row) throws SQLException {
        return new Picture(
                row.getLong("id"),
                row.getString("sha256"),
                Type.valueOf(row.getString("type")),
                row.getInt("width"),
                row.getInt("height"),
                row.getString("name"),
                Rows.instant(row, "uploaded_at"),
                row.getString("uploaded_by"));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
