package net.niner.status.web.platform;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * The place of one page, or of one answer for everybody, in the cache. Whoever asks gets a rendering that began at most {@link #MAX_AGE}
 * before the question came in; one rendering at a time, and those who come meanwhile wait for it. A failure is everybody's who waited for
 * it, and is not kept.
 */
public final class PageSlot {

    static final Duration MAX_AGE = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private volatile Entry entry;
    private Flight flight;

    private record Entry(Content content, long began) {}

    private record Flight(long began, CompletableFuture<Content> landing) {}

    /** Makes the page anew. */
    public interface Rendering {
        Content render() throws IOException, ServletException;
    }

    /** @param nanoTime as {@link System#nanoTime()} */
    public PageSlot(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @throws ServletException also if another one's rendering failed, or takes longer than anybody should wait */
    public Content get(Rendering rendering) throws IOException, ServletException {
        long asked = nanoTime.getAsLong();
        while (true) {
            Entry known = entry;
            if (known != null && fresh(known.began(), asked)) {
                return known.content();
            }
            Flight mine = new Flight(nanoTime.getAsLong(), new CompletableFuture<>());
            Flight other;
            synchronized (this) {
                if (entry != known) {
                    continue;
                }
                other = flight;
                if (other == null) {
                    flight = mine;
                }
            }
            if (other == null) {
                return lead(mine, rendering);
            }
            Content awaited = await(other);
            if (fresh(other.began(), asked)) {
                return awaited;
            }
        }
    }

    private static boolean fresh(long began, long asked) {
        return asked - began <= MAX_AGE.toNanos();
    }

    private Content lead(Flight mine, Rendering rendering) throws IOException, ServletException {
        try {
            Content content = rendering.render();
            land(new Entry(content, mine.began()));
            mine.landing().complete(content);
            return content;
        } catch (IOException | ServletException | RuntimeException | Error e) {
            land(null);
            mine.landing().completeExceptionally(e);
            throw e;
        }
    }

    private synchronized void land(Entry made) {
        entry = made;
        flight = null;
    }

    private static Content await(Flight other) throws ServletException {
        try {
            return other.landing().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new ServletException("the page could not be rendered", e.getCause());
        } catch (TimeoutException e) {
            throw new ServletException("the page takes longer than " + PATIENCE.toSeconds() + " s to render", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServletException("the site is stopping", e);
        }
    }
}
