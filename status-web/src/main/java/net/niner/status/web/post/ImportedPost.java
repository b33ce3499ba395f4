package net.niner.status.web.post;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import net.niner.status.post.Post;
import net.niner.status.post.PublishedPosts;
import net.niner.status.web.platform.Address;
import net.niner.status.web.platform.faces.Missing;

/** Leads from {@code /?p=123} to the post that came from elsewhere under that number. */
@Named
@RequestScoped
public class ImportedPost {

    private static final String NUMBER = "\\d{1,18}";

    @EJB
    private PublishedPosts posts;

    @Inject
    private Address address;

    /** For the page, before anything of it is shown. */
    public void find() {
        Optional<Post> post = address.part("p")
                .filter(number -> number.matches(NUMBER))
                .flatMap(number -> posts.importedAs(Long.parseLong(number)));
        post.flatMap(Post::path).map(Paths::href).ifPresentOrElse(Missing::moved, Missing::answer);
    }
}
