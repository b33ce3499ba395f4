package net.niner.status.web.post;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import net.niner.status.web.platform.Assets;
import net.niner.status.web.platform.SiteLook;
import net.niner.status.web.platform.Visitor;
import org.jsoup.nodes.Entities;

/** What stands in the frame beside the editor: the post in the site's own clothes. The editor's script changes title and text as they are typed. */
@Named
@RequestScoped
public class PostPreview {

    @Inject
    private PostPage post;

    @Inject
    private Assets assets;

    @Inject
    private SiteLook look;

    @Inject
    private Visitor visitor;

    public String getPage() {
        return """
                <!DOCTYPE html><html lang="%s"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>%s</title>
                <base target="_blank"><link rel="stylesheet" href="%s"><link rel="stylesheet" href="%s"></head>
                <body><div class="page"><div class="body"><article class="post"><div class="heading"><h1>%s</h1></div><div class="text">%s</div></article></div></div></body></html>
                """.formatted(
                        visitor.getLanguage().tag(),
                        Entities.escape(visitor.text("post.preview")),
                        assets.address("site.css"),
                        look.getSheet(),
                        Entities.escape(post.getWholeTitle()),
                        post.getRendering());
    }
}
