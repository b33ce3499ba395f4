package net.niner.status.web.post;

import net.niner.status.platform.Page;
import net.niner.status.post.Post;
import net.niner.status.post.PublishedPosts;

/**
 * Of which posts a list or a feed is.
 *
 * @param path of the list's first page
 * @param lasting false for what is only there while it has posts
 * @param source where they come from
 */
record Subject(String title, String path, boolean lasting, Source source) {

    /** Reads some of the posts. */
    @FunctionalInterface
    interface Source {
        Page<Post> read(PublishedPosts posts, int first, int most);
    }

    Page<Post> posts(PublishedPosts posts, int first, int most) {
        return source.read(posts, first, most);
    }
}
