package net.niner.status.web.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.ServletException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PageSlotTest {

    private static final long SECOND = 1_000_000_000;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - SECOND / 2);
    private final PageSlot slot = new PageSlot(now::get);
    private final AtomicInteger renderings = new AtomicInteger();

    @Test
    void aPageIsServedFromMemoryForASecond() throws Exception {
        Content first = slot.get(this::render);
        now.addAndGet(SECOND);

        assertThat(slot.get(this::render)).isSameAs(first);
    }

    @Test
    void afterASecondItIsRenderedAnew() throws Exception {
        Content first = slot.get(this::render);
        now.addAndGet(SECOND + 1);

        assertThat(slot.get(this::render)).isNotSameAs(first);
    }

    @Test
    void itsAgeCountsFromTheBeginningOfTheRendering() throws Exception {
        Content first = slot.get(() -> {
            now.addAndGet(SECOND + 1);
            return render();
        });

        assertThat(slot.get(this::render)).isNotSameAs(first);
    }

    @Test
    void thoseWhoComeMeanwhileWaitForTheSameRendering() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Content> leader = inThread(() -> {
            mayEnd.await();
            return render();
        });
        await().until(() -> renderings.get() == 0 && rendering);
        CompletableFuture<Content> follower = inThread(this::render);
        mayEnd.countDown();

        assertThat(follower.get()).isSameAs(leader.get());
        assertThat(renderings).hasValue(1);
    }

    @Test
    void whoComesTooLateForARenderingGetsTheNextOne() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Content> leader = inThread(() -> {
            mayEnd.await();
            return render();
        });
        await().until(() -> rendering);
        now.addAndGet(SECOND + 1);
        CompletableFuture<Content> late = inThread(this::render);
        mayEnd.countDown();

        assertThat(late.get()).isNotSameAs(leader.get());
    }

    @Test
    void aFailureIsNotKept() throws Exception {
        assertThatThrownBy(() -> slot.get(() -> {
                    throw new ServletException("no database");
                }))
                .hasMessage("no database");

        assertThat(slot.get(this::render)).isNotNull();
    }

    @Test
    void aFailureIsEverybodysWhoWaited() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Content> leader = inThread(() -> {
            mayEnd.await();
            throw new IllegalStateException("no database");
        });
        await().until(() -> rendering);
        CountDownLatch waits = new CountDownLatch(1);
        CompletableFuture<Content> follower = CompletableFuture.supplyAsync(() -> {
            waits.countDown();
            return get(this::render);
        });
        waits.await();
        mayEnd.countDown();

        assertThatThrownBy(leader::get).hasRootCauseMessage("no database");
        follower.handle((content, failure) ->
                        assertThat(content != null || failure != null).isTrue())
                .get();
    }

    private volatile boolean rendering;

    private interface Work {
        Content render() throws Exception;
    }

    private CompletableFuture<Content> inThread(Work work) {
        return CompletableFuture.supplyAsync(() -> get(() -> {
            rendering = true;
            try {
                return work.render();
            } catch (InterruptedException e) {
                throw new ServletException(e);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new ServletException(e);
            }
        }));
    }

    private Content get(PageSlot.Rendering how) {
        try {
            return slot.get(how);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Content render() {
        return new Content("text/html", ("page " + renderings.incrementAndGet()).getBytes(StandardCharsets.UTF_8));
    }
}
